package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.http.CallerTokenVerifier;
import io.tollgate.http.JwksPages;
import io.tollgate.http.RemoteKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

/** A gateway whose signing keys are in a file, and a service that knows where their public half is. */
class KeyRotationTest extends RunningGateway {
    private static final ECKey MAY = FakeIssuer.ec("may");
    private static final ECKey JUNE = FakeIssuer.ec("june");

    @TempDir
    static Path directory;

    private final Set<String> seen = new TreeSet<>();
    private int callers;

    @DynamicPropertySource
    static void keysInAFile(DynamicPropertyRegistry properties) {
        write(MAY);
        properties.add("tollgate.gateway.signing.keys", () -> "");
        properties.add("TOLLGATE_CALLER_SIGNING_KEYS_FILE", KeyRotationTest::file);
        properties.add("tollgate.gateway.signing.keys-every", () -> "50ms");
        properties.add("tollgate.gateway.signing.ahead", () -> "500ms");
    }

    @Test
    void keys_are_rotated_while_requests_go_on_and_no_service_meets_a_token_it_cannot_check() throws IOException {
        CallerTokenVerifier service = CallerTokenVerifier.of(
                new RemoteKeys(
                        JwksPages.at(WebClient.create(), published()),
                        new RemoteKeys.Times(
                                Duration.ofMillis(200),
                                Duration.ofMillis(100),
                                Duration.ofHours(1),
                                Duration.ofSeconds(2)),
                        Clock.systemUTC()),
                "products",
                Clock.systemUTC());
        for (int i = 0; i < 10; i++) {
            askAsSomebodyNew(service);
        }

        Files.writeString(directory.resolve("keys.json"), "{ half a file");
        askAsSomebodyNew(service);
        write(JUNE);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    askAsSomebodyNew(service);
                    return seen.contains("june");
                });
        for (int i = 0; i < 10; i++) {
            askAsSomebodyNew(service);
        }

        assertThat(seen).containsExactly("june", "may");
        String jwks = send(HttpRequest.newBuilder(published())).body();
        assertThat(jwks).contains("\"may\"", "\"june\"").doesNotContain("\"d\"");
    }

    /** Each caller has a token of its own, so each request shows the key that signs at that moment. */
    private void askAsSomebodyNew(CallerTokenVerifier service) {
        String key = "tg_live_rotation" + ++callers;
        USERS.client(key, "cli_rotation" + callers, FakeUsers.ALL, 1, 100_000, 60, 100_000);
        assertThat(send(request("/v1/products").header("X-API-Key", key)).statusCode())
                .isEqualTo(200);
        String token = PRODUCTS.last().headers().get("Authorization").substring("Bearer ".length());
        seen.add(kid(token));
        assertThat(service.verify(token).blockOptional())
                .as("a token of %s", kid(token))
                .isPresent();
    }

    private URI published() {
        return URI.create("http://127.0.0.1:" + managementPort + "/jwks.json");
    }

    private static String kid(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void write(ECKey key) {
        try {
            Files.writeString(Path.of(file()), new JWKSet(key).toString(false));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String file() {
        return directory.resolve("keys.json").toString();
    }
}
