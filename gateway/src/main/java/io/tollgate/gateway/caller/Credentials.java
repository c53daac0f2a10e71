package io.tollgate.gateway.caller;

import io.tollgate.gateway.address.ClientAddress;
import java.util.Optional;

/**
 * What a request brings along to say who asks.
 *
 * @param apiKey the application's key
 * @param authorization the Authorization header as it was sent; only looked into when it is not known yet
 * @param address where the request comes from
 */
public record Credentials(String apiKey, Optional<String> authorization, ClientAddress address) {
    @Override
    public String toString() {
        return "Credentials[not shown]";
    }
}
