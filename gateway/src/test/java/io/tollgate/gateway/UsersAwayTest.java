package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is promised while users-service is away, with seconds in place of minutes. */
class UsersAwayTest extends RunningGateway {
    private static final FakeUsers MORTAL = new FakeUsers();
    private static final Duration SOON = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.caller.users-url", MORTAL.http::url);
        properties.add("tollgate.gateway.caller.stale-after", () -> "6s");
        properties.add("resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state", () -> "100ms");
    }

    @BeforeEach
    void everybodyIsThere() {
        MORTAL.reset();
        await().untilAsserted(() -> assertThat(send(known()).statusCode()).isEqualTo(200));
        MORTAL.http.stop();
    }

    @AfterEach
    void comeBack() {
        MORTAL.http.restart();
    }

    @Test
    void known_callers_go_on_unknown_ones_are_asked_to_come_back() {
        assertThat(send(known()).statusCode()).isEqualTo(200);

        HttpResponse<String> unknown = send(request("/v1/products").header("X-API-Key", FakeUsers.READER_KEY));

        problem(unknown, 503, "unavailable");
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        assertThat(send(known()).statusCode()).isEqualTo(200);
    }

    @Test
    void known_callers_are_refused_too_once_nothing_was_heard_for_too_long() {
        await().atMost(SOON).untilAsserted(() -> problem(send(known()), 503, "unavailable"));

        MORTAL.http.restart();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(send(known()).statusCode()).isEqualTo(200));
        MORTAL.http.stop();
    }

    private HttpRequest.Builder known() {
        return signedIn("/v1/orders");
    }
}
