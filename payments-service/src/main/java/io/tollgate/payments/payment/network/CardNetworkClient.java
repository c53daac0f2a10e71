package io.tollgate.payments.payment.network;

import io.tollgate.payments.payment.CardNetwork;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.NetworkAnswer;
import io.tollgate.payments.payment.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;

/** The card network over HTTP; whatever is not a clear answer is a failure, and leaves the step in doubt. */
@Component
class CardNetworkClient implements CardNetwork {
    private final WebClient http;
    private final Guard guard;
    private final Duration timeToConfirm;
    private final Clock clock;

    CardNetworkClient(WebClient.Builder builder, CardNetworkProperties properties, Guard guard, Clock clock) {
        this.http = builder.baseUrl(properties.url() + "/network/v1")
                .defaultHeaders(headers -> headers.setBearerAuth(properties.apiKey()))
                .build();
        this.guard = guard;
        this.timeToConfirm = properties.timeToConfirm();
        this.clock = clock;
    }

    @Override
    public Mono<NetworkAnswer> take(Intent intent) {
        return request(intent)
                .header("Idempotency-Key", intent.key().networkKey())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> taken(intent, response))
                .as(guard::around);
    }

    @Override
    public Mono<NetworkAnswer> ask(Intent intent) {
        return http.get()
                .uri("/operations/{key}", intent.key().networkKey())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> asked(intent, response))
                .as(guard::around);
    }

    private RequestHeadersSpec<?> request(Intent intent) {
        if (intent.key().step() == Step.AUTHORIZE) {
            return http.post()
                    .uri("/authorizations")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(AuthorizationRequest.of(intent));
        }
        Wire wire = Wire.of(intent.key().step());
        RequestBodySpec request = http.post()
                .uri(
                        "/authorizations/{id}/" + wire.path(),
                        intent.authorization().orElseThrow());
        Optional<Object> body = wire.body(intent);
        return body.isPresent()
                ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(body.get())
                : request;
    }

    private Instant actionExpiry() {
        return clock.instant().plus(timeToConfirm);
    }

    private Mono<NetworkAnswer> taken(Intent intent, ClientResponse response) {
        return switch (response.statusCode().value()) {
            case 201 -> response.bodyToMono(TakenResponse.class).map(taken -> taken.answer(intent));
            case 202 -> response.bodyToMono(TakenResponse.class).map(taken -> taken.answerWithAction(actionExpiry()));
            case 402, 409 -> response.bodyToMono(RefusalResponse.class).map(refusal -> refusal.answer(intent));
            default -> unclear(response);
        };
    }

    private Mono<NetworkAnswer> asked(Intent intent, ClientResponse response) {
        return switch (response.statusCode().value()) {
            case 200 ->
                response.bodyToMono(OperationResponse.class).map(operation -> operation.answer(intent, actionExpiry()));
            case 404 -> response.bodyToMono(RefusalResponse.class).map(RefusalResponse::answerToQuestion);
            default -> unclear(response);
        };
    }

    private static Mono<NetworkAnswer> unclear(ClientResponse response) {
        return response.releaseBody().then(Mono.error(() -> UnclearAnswer.status(response.statusCode())));
    }
}
