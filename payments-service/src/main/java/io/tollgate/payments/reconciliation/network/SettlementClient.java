package io.tollgate.payments.reconciliation.network;

import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.reconciliation.SettlementFailure;
import io.tollgate.payments.reconciliation.SettlementFiles;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/** The card network's files over HTTP, line by line; retried by the schedule, so here is only a limit of time. */
@Component
class SettlementClient implements SettlementFiles {
    private static final int MOST_LINES = 200_000;

    private final WebClient http;
    private final TimeLimiter timeLimiter;

    SettlementClient(WebClient.Builder builder, SettlementProperties properties, TimeLimiterRegistry timeLimiters) {
        this.http = builder.baseUrl(properties.url() + "/network/v1")
                .defaultHeaders(headers -> headers.setBearerAuth(properties.apiKey()))
                .build();
        this.timeLimiter = timeLimiters.timeLimiter("settlement-file");
    }

    @Override
    public Flux<Booked> of(LocalDate day) {
        return http.get()
                .uri("/settlements?date={day}", day)
                .accept(new MediaType("text", "csv"))
                .exchangeToFlux(SettlementClient::lines)
                .transformDeferred(TimeLimiterOperator.of(timeLimiter))
                .switchOnFirst((first, lines) -> SettlementLine.isHeader(first.get())
                        ? lines.skip(1)
                        : Flux.error(first.hasError() ? first.getThrowable() : SettlementLine.unreadable("header")))
                .map(SettlementLine::read)
                .index(SettlementClient::notTooMany)
                .onErrorMap(SettlementClient::failure);
    }

    /** A day is compared in memory. */
    private static Booked notTooMany(long number, Booked line) {
        if (number >= MOST_LINES) {
            throw new SettlementFailure("it has more than " + MOST_LINES + " lines", null);
        }
        return line;
    }

    private static Flux<String> lines(ClientResponse response) {
        return response.statusCode().value() == 200
                ? response.bodyToFlux(String.class)
                : response.releaseBody()
                        .thenMany(Flux.error(() -> new SettlementFailure(
                                "it answered " + response.statusCode().value(), null)));
    }

    private static SettlementFailure failure(Throwable cause) {
        return cause instanceof SettlementFailure known
                ? known
                : new SettlementFailure(cause.getClass().getSimpleName(), cause);
    }
}
