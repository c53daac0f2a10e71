package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway with its own limits of wrong passwords, asked from several addresses. */
class LoginFloodTest extends RunningGateway {
    private static final int FLOOD = 300;
    private static final long FIRST_DELAY = 30;

    @DynamicPropertySource
    static void ownLimits(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.sign-in.free-tries", () -> 5);
        properties.add("tollgate.gateway.sign-in.free-tries-of-address", () -> 30);
        properties.add("tollgate.gateway.sign-in.strangers-tries", () -> 30);
        // longer than the tests take: nobody's wait is over while they look
        properties.add("tollgate.gateway.sign-in.first-delay", () -> FIRST_DELAY + "s");
        properties.add("tollgate.gateway.sign-in.longest-delay", () -> "60s");
    }

    @Test
    void a_flood_of_wrong_passwords_costs_a_few_hashes_and_keeps_nobody_else_out() {
        assertThat(send(signedIn("/v1/orders")).statusCode()).isEqualTo(200);
        USERS.newUserVersion("new@customers.example", 1);
        USERS.slowPasswords(Duration.ofMillis(100));
        long before = USERS.passwordsAsked();
        ExecutorService clients = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Integer>> flood = IntStream.range(0, FLOOD)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> login("127.0.0.2", "victim" + i % 40 + "@customers.example", "guess " + i), clients))
                .toList();

        for (int i = 0; i < 20; i++) {
            assertThat(send(signedIn("/v1/orders")).statusCode())
                    .as("a known caller")
                    .isEqualTo(200);
        }
        assertThat(login("127.0.0.9", "new@customers.example", FakeUsers.PASSWORD))
                .as("a good login")
                .isEqualTo(200);

        assertThat(flood).allSatisfy(answer -> assertThat(answer.join()).isIn(401, 429, 503));
        assertThat(flood.stream().filter(answer -> answer.join() == 401).count())
                .isLessThanOrEqualTo(40);
        assertThat(USERS.passwordsAsked() - before).as("hashes").isLessThanOrEqualTo(42);
        clients.shutdown();
    }

    @Test
    void who_guesses_one_users_password_is_told_to_wait_and_the_user_is_not() {
        USERS.newUserVersion("guessed@customers.example", 1);
        for (int i = 0; i < 5; i++) {
            assertThat(login("127.0.0.3", "guessed@customers.example", "guess " + i))
                    .isEqualTo(401);
        }

        RawClient.Answer refused = answer("127.0.0.3", "guessed@customers.example", FakeUsers.PASSWORD);
        refused.isProblem(429, "too-many-sign-ins");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(FIRST_DELAY / 2, FIRST_DELAY);
        assertThat(json(refused.body()).at("/rule").asText()).isEqualTo("sign-in:user-and-address");
        RawClient.Answer elsewhere = answer("127.0.0.4", "guessed@customers.example", FakeUsers.PASSWORD);
        assertThat(elsewhere.status()).as(elsewhere.text()).isEqualTo(200);
    }

    @Test
    void a_user_that_does_not_exist_is_slowed_down_alike() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("127.0.0.5", "nobody@customers.example", "guess " + i))
                    .isEqualTo(401);
        }

        assertThat(login("127.0.0.5", "nobody@customers.example", "guess 6")).isEqualTo(429);
    }

    private int login(String from, String email, String password) {
        return answer(from, email, password).status();
    }

    private RawClient.Answer answer(String from, String email, String password) {
        try (RawClient client = new RawClient(from, port)) {
            return client.send(request(email, password)).answer();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String request(String email, String password) {
        return "GET /v1/orders HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY + "\r\nAuthorization: "
                + basic(email, password) + "\r\nConnection: close\r\n\r\n";
    }
}
