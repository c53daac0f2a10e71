package io.tollgate.users.mail;

import java.time.Instant;
import java.util.Map;

/** Somebody wants a user to be told what became of an order. */
public record Wanted(
        String notificationId, String userId, String template, Map<String, String> parameters, Instant decidedAt) {
    public Wanted {
        parameters = Map.copyOf(parameters);
    }
}
