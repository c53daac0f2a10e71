package io.tollgate.users.usage.messages;

import io.tollgate.users.usage.QuotaMail;
import java.time.Instant;
import java.util.Map;

/** {@code users.send-client-notification.v1}: who looks after a client need not be a user. */
record SendClientNotificationMessage(
        String notificationId,
        String clientId,
        String to,
        String name,
        String template,
        Map<String, String> parameters,
        Instant createdAt) {
    static final String TYPE = "users.send-client-notification.v1";
    private static final String TEMPLATE = "quota-reached";

    static SendClientNotificationMessage of(QuotaMail mail) {
        return new SendClientNotificationMessage(
                mail.id(), mail.clientId(), mail.to(), mail.name(), TEMPLATE, mail.parameters(), mail.decidedAt());
    }

    @Override
    public String toString() {
        return "SendClientNotificationMessage[" + notificationId + "]";
    }
}
