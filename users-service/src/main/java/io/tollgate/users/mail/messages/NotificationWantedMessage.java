package io.tollgate.users.mail.messages;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tollgate.users.mail.Wanted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What users reads of workers.notification-wanted.v1. */
record NotificationWantedMessage(
        String notificationId,
        String userId,
        String orderId,
        String template,
        Map<String, String> parameters,
        Instant createdAt) {
    static final String TYPE = "workers.notification-wanted.v1";

    NotificationWantedMessage {
        requireNonNull(notificationId, "notificationId");
        requireNonNull(userId, "userId");
        requireNonNull(orderId, "orderId");
        requireNonNull(template, "template");
        requireNonNull(createdAt, "createdAt");
        parameters = requireNonNullElse(parameters, Map.of());
    }

    Wanted toWanted() {
        Map<String, String> filled = new HashMap<>(parameters);
        filled.put("orderId", orderId);
        return new Wanted(notificationId, userId, template, filled, createdAt);
    }
}
