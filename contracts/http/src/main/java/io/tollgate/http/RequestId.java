package io.tollgate.http;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** The name of one request in answers, problems and logs; minted at the gateway, taken over by the services. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** Names the request, and says so in the answer's header. */
    public static void set(ServerWebExchange exchange, String id) {
        exchange.getAttributes().put(ATTRIBUTE, id);
        exchange.getResponse().getHeaders().set(HEADER, id);
    }

    public static Optional<String> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }
}
