package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.trace.OutgoingCall;
import io.tollgate.gateway.trace.RequestTrace;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Shows a question to users-service inside the trace of the request that made it necessary; a poll belongs to none. */
final class TracedCalls implements ExchangeFilterFunction {
    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> RequestTrace.of(context)
                .map(trace -> traced(trace, request, next))
                .orElseGet(() -> next.exchange(request)));
    }

    private static Mono<ClientResponse> traced(RequestTrace trace, ClientRequest request, ExchangeFunction next) {
        OutgoingCall call = trace.call(
                request.method().name(), request.url().toString(), request.url().getHost());
        ClientRequest traced = ClientRequest.from(request)
                .header("traceparent", call.traceparent())
                .build();
        return next.exchange(traced)
                .doOnNext(answer -> call.answered(answer.statusCode().value()))
                .doOnError(call::failed)
                .doOnCancel(call::canceled);
    }
}
