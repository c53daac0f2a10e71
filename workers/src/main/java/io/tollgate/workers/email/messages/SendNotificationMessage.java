package io.tollgate.workers.email.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.workers.email.Mail;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.email.Recipient;
import io.tollgate.workers.email.UserId;
import java.time.Instant;
import java.util.Map;

/** What is read of users.send-notification.v1. */
record SendNotificationMessage(
        String notificationId,
        String userId,
        String to,
        String name,
        String template,
        Map<String, String> parameters,
        Instant createdAt) {
    static final String TYPE = "users.send-notification.v1";

    SendNotificationMessage {
        requireNonNull(notificationId, "notificationId");
        requireNonNull(userId, "userId");
        requireNonNull(to, "to");
        requireNonNull(name, "name");
        requireNonNull(template, "template");
        requireNonNull(parameters, "parameters");
        requireNonNull(createdAt, "createdAt");
    }

    Mail toMail() {
        return new Mail(
                new NotificationId(notificationId), new UserId(userId), new Recipient(to, name), template, parameters);
    }

    /** Carries an address and perhaps a token. */
    @Override
    public String toString() {
        return "SendNotificationMessage[" + notificationId + "]";
    }
}
