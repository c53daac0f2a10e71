package io.tollgate.bench;

import io.tollgate.bench.load.Callers;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Two gateways that ask one users-service, in front of an endpoint that does nothing. */
final class TwoDoors implements AutoCloseable {
    private final DisposableServer behind = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) ->
                    response.header("Content-Type", "application/json").sendString(Mono.just("{}")))
            .bindNow();
    private final Service users;
    private final Callers callers;
    private final List<String> urls;

    TwoDoors(Platform platform, Callers callers) {
        this.callers = callers;
        this.users = platform.service(
                "users", Map.of("TOLLGATE_BOOTSTRAP_ADMIN", Door.EMAIL + ":" + Door.PASSWORD + ":" + Door.KEY));
        String nothing = "http://127.0.0.1:" + behind.port();
        Map<String, String> variables = Map.of(
                "TOLLGATE_USERS_URL", users.url(),
                "TOLLGATE_ORDERS_URL", nothing,
                "TOLLGATE_PRODUCTS_URL", nothing,
                "TOLLGATE_PAYMENTS_URL", nothing);
        this.urls = Stream.of("gateway-1", "gateway-2")
                .map(name -> platform.gateway(name, variables).url() + "/v1/products")
                .toList();
    }

    /** The same read at each gateway. */
    List<String> urls() {
        return urls;
    }

    /** A new client with its first key. */
    KeyedClient client() {
        return new KeyedClient(users.url(), callers);
    }

    @Override
    public void close() {
        behind.disposeNow();
    }
}
