package io.tollgate.gateway.caller.web;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** The public half of the gateway's keys, for the services; at the management port alone. */
@Component
@Endpoint(id = "jwks")
final class JwksEndpoint {
    private final SigningKeys keys;

    JwksEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @ReadOperation
    Map<String, Object> published() {
        return keys.ring().published().toJSONObject(true);
    }
}
