package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.trace.OutgoingCall;
import io.tollgate.gateway.trace.RequestTrace;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Shows a question to users-service inside the trace of the request that made it necessary. A poll belongs to none, and
 * says so: without a traceparent the other side would begin a trace of its own, one each second.
 */
final class TracedCalls implements ExchangeFilterFunction {
    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> RequestTrace.of(context)
                .map(trace -> traced(trace, request, next))
                .orElseGet(() -> next.exchange(withTraceparent(request, notSampled()))));
    }

    private static Mono<ClientResponse> traced(RequestTrace trace, ClientRequest request, ExchangeFunction next) {
        OutgoingCall call = trace.call(
                request.method().name(), request.url().toString(), request.url().getHost());
        return next.exchange(withTraceparent(request, call.traceparent()))
                .doOnNext(answer -> call.answered(answer.statusCode().value()))
                .doOnError(call::failed)
                .doOnCancel(call::canceled);
    }

    private static ClientRequest withTraceparent(ClientRequest request, String traceparent) {
        return ClientRequest.from(request).header("traceparent", traceparent).build();
    }

    private static String notSampled() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(random.nextLong()) + "-00";
    }
}
