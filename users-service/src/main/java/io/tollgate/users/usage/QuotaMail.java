package io.tollgate.users.usage;

import java.time.Instant;
import java.util.Map;

/** A mail about a quota to somebody who looks after the client. */
public record QuotaMail(
        String id, String clientId, String to, String name, Map<String, String> parameters, Instant decidedAt) {
    public QuotaMail {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return "QuotaMail[" + id + "]";
    }
}
