package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.gateway.FakeService.Reply;
import io.tollgate.gateway.limit.InFlight;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ConcurrencyTest extends RunningGateway {
    private static final String CLIENT = "cli_at_once";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    InFlight inFlight;

    @BeforeEach
    void one_client_with_two_requests_at_a_time() {
        USERS.plan("two-at-once", "\"concurrency\":2");
        USERS.clientOf("two-at-once", "tg_live_at_once", CLIENT);
        await().untilAsserted(() -> assertThat(inFlight.of(CLIENT)).isZero());
    }

    @Test
    void a_third_request_is_refused_until_one_of_two_is_answered() {
        Sinks.Empty<Void> ready = Sinks.empty();
        PRODUCTS.answers(request -> Reply.json(200, "{}").after(ready.asMono()));
        CompletableFuture<HttpResponse<String>> first = begun(1);
        CompletableFuture<HttpResponse<String>> second = begun(2);

        JsonNode problem = problem(send(asked()), 429, "too-many-at-once");

        assertThat(problem.at("/rule").asText()).isEqualTo("plan:two-at-once/concurrency");
        assertThat(problem.at("/limit").asInt()).isEqualTo(2);
        ready.tryEmitEmpty();
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(second.join().statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(inFlight.of(CLIENT)).isZero());
        PRODUCTS.answers(request -> Reply.json(200, "{}"));
        assertThat(send(asked()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_that_fails_leaves_once() {
        USERS.plan(
                "one-an-hour",
                "\"concurrency\":2,\"limits\":[{\"name\":\"one\",\"limit\":1,\"windowSeconds\":3600,\"burst\":1}]");
        USERS.clientOf("one-an-hour", "tg_live_an_hour", "cli_an_hour");
        HttpRequest.Builder request = request("/v1/products").header("X-API-Key", "tg_live_an_hour");
        assertThat(send(request).statusCode()).isEqualTo(200);
        problem(send(request), 429, "rate-limit-exceeded");

        await().untilAsserted(() -> assertThat(inFlight.of("cli_an_hour")).isZero());
    }

    @Test
    void a_client_that_hangs_up_leaves_once() {
        PRODUCTS.answers(request -> Reply.json(200, "{}").after(Mono.never()));
        CompletableFuture<HttpResponse<String>> answer = begun(1);
        assertThat(inFlight.of(CLIENT)).isEqualTo(1);

        answer.cancel(true);

        // sooner than the gateway gives the service up
        await().atMost(Duration.ofSeconds(4))
                .untilAsserted(() -> assertThat(inFlight.of(CLIENT)).isZero());
    }

    @Test
    void a_stream_counts_for_as_long_as_it_goes_on() throws Exception {
        Sinks.Many<String> said = Sinks.many().replay().all();
        said.tryEmitNext(":hello\n\n");
        ORDERS.streams(said.asFlux().mergeWith(Flux.never()));
        HttpRequest.Builder stream = request("/v1/orders/ord_1/events")
                .header("X-API-Key", "tg_live_at_once")
                .header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD));

        HttpResponse<InputStream> first = HTTP.send(stream.build(), BodyHandlers.ofInputStream());
        HttpResponse<InputStream> second = HTTP.send(stream.build(), BodyHandlers.ofInputStream());

        assertThat(first.body().read()).isEqualTo(':');
        assertThat(inFlight.of(CLIENT)).isEqualTo(2);
        problem(send(asked()), 429, "too-many-at-once");
        first.body().close();
        second.body().close();
        await().untilAsserted(() -> assertThat(inFlight.of(CLIENT)).isZero());
    }

    private CompletableFuture<HttpResponse<String>> begun(int number) {
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(asked().build(), BodyHandlers.ofString());
        await().untilAsserted(() -> assertThat(PRODUCTS.begun()).isEqualTo(number));
        return answer;
    }

    private HttpRequest.Builder asked() {
        return request("/v1/products").header("X-API-Key", "tg_live_at_once");
    }
}
