package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a key ends, and how one takes over from another. */
class KeyLifeTest extends RunningGateway {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Test
    void a_key_that_expires_while_it_is_known_ends_when_it_says() {
        USERS.answerTo("tg_live_expiring", key("key_expiring", 1, Instant.now().plusSeconds(4)));
        HttpRequest.Builder request = with("tg_live_expiring");
        assertThat(send(request).statusCode()).isEqualTo(200);
        USERS.revoke("tg_live_expiring");

        await().atMost(SECONDS).untilAsserted(() -> problem(send(request), 401, "api-key-invalid"));
    }

    @Test
    void a_revoked_key_ends_within_seconds_and_the_other_key_of_the_client_goes_on() {
        USERS.answerTo("tg_live_lost", key("key_lost", 1, null));
        USERS.answerTo("tg_live_kept", key("key_kept", 1, null));
        assertThat(send(with("tg_live_lost")).statusCode()).isEqualTo(200);
        assertThat(send(with("tg_live_kept")).statusCode()).isEqualTo(200);

        USERS.revoke("tg_live_lost");
        USERS.answerTo("tg_live_kept", key("key_kept", 2, null));
        USERS.changed("client", "cli_rotating", 2);

        await().atMost(SECONDS).untilAsserted(() -> problem(send(with("tg_live_lost")), 401, "api-key-invalid"));
        assertThat(send(with("tg_live_kept")).statusCode()).isEqualTo(200);
    }

    @Test
    void while_a_key_is_rotated_and_the_old_one_expires_no_request_fails() {
        USERS.answerTo("tg_live_old", key("key_old", 1, null));
        AtomicReference<String> current = new AtomicReference<>("tg_live_old");
        CountDownLatch made = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 400)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> step(i, current, made), clients))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        await().atMost(SECONDS).untilAsserted(() -> problem(send(with("tg_live_old")), 401, "api-key-invalid"));
        clients.shutdown();
    }

    /** What happens meanwhile: a new key is made and the old one given an end, then the clients take the new one. */
    private int step(int request, AtomicReference<String> current, CountDownLatch made) {
        if (request == 100) {
            USERS.answerTo("tg_live_next", key("key_next", 2, null));
            USERS.answerTo("tg_live_old", key("key_old", 2, Instant.now().plusSeconds(5)));
            USERS.changed("client", "cli_rotating", 2);
            made.countDown();
        }
        if (request == 200) {
            await().until(() -> made.getCount() == 0);
            current.set("tg_live_next");
        }
        if (request == 399) {
            USERS.revoke("tg_live_old");
        }
        return send(with(current.get())).statusCode();
    }

    private HttpRequest.Builder with(String key) {
        return request("/v1/products").header("X-API-Key", key);
    }

    private static String key(String id, long version, Instant expiresAt) {
        String end = expiresAt == null ? "null" : "\"" + expiresAt + "\"";
        return """
                {"clientId":"cli_rotating","keyId":"%s","environment":"live","expiresAt":%s,"scopes":[%s],
                "plan":{"name":"free","rate":{"limit":100000,"windowSeconds":60,"burst":100000}},"credentialVersion":%d}"""
                .formatted(id, end, FakeUsers.ALL, version);
    }
}
