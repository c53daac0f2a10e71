package io.tollgate.workers.email.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.workers.email.Mail;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.email.Recipient;
import io.tollgate.workers.email.UserId;
import java.time.Instant;
import java.util.Map;

/** What is read of users.send-client-notification.v1. */
record SendClientNotificationMessage(
        String notificationId,
        String clientId,
        String to,
        String name,
        String template,
        Map<String, String> parameters,
        Instant createdAt) {
    static final String TYPE = "users.send-client-notification.v1";

    SendClientNotificationMessage {
        requireNonNull(notificationId, "notificationId");
        requireNonNull(clientId, "clientId");
        requireNonNull(to, "to");
        requireNonNull(name, "name");
        requireNonNull(template, "template");
        requireNonNull(parameters, "parameters");
        requireNonNull(createdAt, "createdAt");
    }

    /** Whom it is about stands where a user would: no user is erased by a client's id. */
    Mail toMail() {
        return new Mail(
                new NotificationId(notificationId),
                new UserId(clientId),
                new Recipient(to, name),
                template,
                parameters);
    }

    /** Carries an address. */
    @Override
    public String toString() {
        return "SendClientNotificationMessage[" + notificationId + "]";
    }
}
