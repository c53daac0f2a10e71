package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The gateway and users-service with one client and one user, in front of an endpoint that does nothing. */
final class Door implements AutoCloseable {
    static final String KEY = "tg_live_" + "k".repeat(43);
    static final String EMAIL = "owner@bench.example";
    static final String PASSWORD = "a password of the benchmark";
    private static final String NO_LIMIT = "1000000";

    private final DisposableServer behind = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) ->
                    response.header("Content-Type", "application/json").sendString(Mono.just("{}")))
            .bindNow();
    private final String url;

    /** With {@code limited} wrong passwords and addresses are counted as in production, else not at all. */
    Door(Platform platform, boolean limited) {
        Service users =
                platform.service("users", Map.of("TOLLGATE_BOOTSTRAP_ADMIN", EMAIL + ":" + PASSWORD + ":" + KEY));
        String nothing = "http://127.0.0.1:" + behind.port();
        Map<String, String> variables = new HashMap<>(Map.of(
                "TOLLGATE_USERS_URL", users.url(),
                "TOLLGATE_ORDERS_URL", nothing,
                "TOLLGATE_PRODUCTS_URL", nothing,
                "TOLLGATE_PAYMENTS_URL", nothing));
        if (!limited) {
            variables.put("TOLLGATE_GATEWAY_ADDRESS_TRIES", NO_LIMIT);
            variables.put("TOLLGATE_GATEWAY_SIGN_IN_TRIES", NO_LIMIT);
            variables.put("TOLLGATE_GATEWAY_SIGN_IN_TRIES_OF_ADDRESS", NO_LIMIT);
            variables.put("TOLLGATE_GATEWAY_SIGN_IN_TRIES_OF_STRANGERS", NO_LIMIT);
        }
        this.url = platform.gateway(variables).url() + "/v1/products";
    }

    Call knock(String key, String email, String password, int expected) {
        return new Call(
                "GET", url, Map.of("X-API-Key", key, "Authorization", basic(email, password)), new byte[0], expected);
    }

    Call knock(String key, int expected) {
        return new Call("GET", url, Map.of("X-API-Key", key), new byte[0], expected);
    }

    /** The right password in a header that nobody has verified before: the scheme is in other letters each time. */
    Call newLogin(int number) {
        StringBuilder header = new StringBuilder(basic(EMAIL, PASSWORD));
        for (int letter = 0; letter < "Basic".length(); letter++) {
            boolean upper = (number >> letter & 1) == 0;
            char written = header.charAt(letter);
            header.setCharAt(letter, upper ? Character.toUpperCase(written) : Character.toLowerCase(written));
        }
        return new Call("GET", url, Map.of("X-API-Key", KEY, "Authorization", header.toString()), new byte[0], 200);
    }

    @Override
    public void close() {
        behind.disposeNow();
    }

    private static String basic(String email, String password) {
        byte[] pair = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
