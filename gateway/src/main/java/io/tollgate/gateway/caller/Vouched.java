package io.tollgate.gateway.caller;

import java.time.Instant;
import java.util.Map;

/**
 * What a genuine token says of a user; the roles that it may name are nobody's business.
 *
 * @param how by which property users-service knows the user: {@code userId} or {@code email}
 * @param name its value
 * @param expiresAt when the token ends
 */
public record Vouched(String how, String name, Instant expiresAt) {
    /** As users-service is asked. */
    public Map<String, String> question() {
        return Map.of(how, name);
    }

    @Override
    public String toString() {
        return "Vouched[not shown]";
    }
}
