package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** A gateway of its own: what fails here opens circuit breakers that other tests need closed. */
class UpstreamFailuresTest extends RunningGateway {
    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.routing.upstream-timeout", () -> "1s");
        properties.add("tollgate.gateway.routing.connect-timeout", () -> "300ms");
        properties.add("tollgate.gateway.routing.deadline", () -> "2s");
        properties.add("tollgate.gateway.caller.passwords-at-once", () -> 1);
        properties.add("tollgate.gateway.caller.passwords-waiting-per-address", () -> 1);
        properties.add("resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state", () -> "300ms");
    }

    /** Passwords are verified one at a time here: nobody's is to wait for another test's. */
    @BeforeEach
    void is_known() {
        await().until(() -> send(signedIn("/v1/users/me")).statusCode() == 200);
    }

    @Test
    void a_service_that_is_away_is_503_with_a_time_to_come_back() {
        PAYMENTS.stop();
        try {
            HttpResponse<String> answer = send(signedIn("/v1/orders/ord_1/payment"));

            problem(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        } finally {
            PAYMENTS.restart();
        }
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_504() {
        ORDERS.answers(order -> Reply.json(200, "{}").after(Mono.never()));

        problem(send(signedIn("/v1/orders")), 504, "upstream-timeout");
        assertThat(ORDERS.arrived()).as("a time-out is not tried again").hasSize(1);
    }

    @Test
    void what_is_harmless_is_sent_again_when_the_connection_breaks() {
        PRODUCTS.answers(request -> PRODUCTS.arrived().size() < 2 ? Reply.NONE : Reply.json(200, "{}"));

        assertThat(send(withKey("/v1/products")).statusCode()).isEqualTo(200);
        assertThat(PRODUCTS.arrived()).hasSize(2);
    }

    @Test
    void what_may_have_had_an_effect_is_never_sent_twice() {
        PRODUCTS.answers(request -> Reply.NONE);

        problem(send(post(signedIn("/v1/products"), "{}")), 503, "unavailable");
        assertThat(PRODUCTS.arrived()).hasSize(1);
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone_for_a_while() {
        USERS.http.answers(request -> request.uri().startsWith("/v1/") ? Reply.NONE : USERS.answer(request));
        await().untilAsserted(() -> {
            long before = USERS.asked("/v1/users/me");
            problem(send(signedIn("/v1/users/me")), 503, "unavailable");
            assertThat(USERS.asked("/v1/users/me")).isEqualTo(before);
        });

        USERS.http.answers(USERS::answer);
        await().until(() -> send(signedIn("/v1/users/me")).statusCode() == 200);
    }

    @Test
    void the_whole_request_has_a_deadline() {
        USERS.newUserVersion("late@customers.example", 1);
        USERS.slowPasswords(Duration.ofSeconds(10));

        problem(
                send(withKey("/v1/orders")
                        .header("Authorization", basic("late@customers.example", FakeUsers.PASSWORD))),
                504,
                "upstream-timeout");
        assertThat(ORDERS.arrived()).isEmpty();
    }

    @Test
    void too_many_unknown_passwords_at_once_are_asked_to_come_back() {
        await().until(() -> send(newcomer(0)).statusCode() == 200);
        USERS.slowPasswords(Duration.ofMillis(500));

        List<HttpResponse<String>> answers =
                IntStream.range(1, 6)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(newcomer(i))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).contains(200).containsOnly(200, 503);
        answers.stream().filter(answer -> answer.statusCode() == 503).forEach(busy -> problem(busy, 503, "too-busy"));
    }

    private HttpRequest.Builder newcomer(int number) {
        USERS.newUserVersion("n" + number + "@customers.example", 1);
        return withKey("/v1/orders")
                .header("Authorization", basic("n" + number + "@customers.example", FakeUsers.PASSWORD));
    }
}
