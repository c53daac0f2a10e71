package io.tollgate.gateway.limit;

import io.tollgate.gateway.address.ClientAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Whose requests are counted.
 *
 * @param client the API client
 * @param key the key it used
 * @param user who acts, if anybody
 * @param address where the request comes from
 */
public record Limited(String client, String key, Optional<String> user, ClientAddress address) {
    private static final String ATTRIBUTE = Limited.class.getName();

    /** Of a request whose caller is known. */
    public static Limited of(Map<String, Object> attributes) {
        return (Limited) attributes.get(ATTRIBUTE);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }
}
