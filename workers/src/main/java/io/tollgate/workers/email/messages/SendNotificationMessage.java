package io.tollgate.workers.email.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.workers.email.Mail;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.email.OrderId;
import io.tollgate.workers.email.UserId;
import java.time.Instant;
import java.util.Optional;

/** What is read of workers.send-notification.v1 to mail it. */
record SendNotificationMessage(
        String notificationId, String userId, String orderId, String template, String reason, Instant createdAt) {
    static final String TYPE = "workers.send-notification.v1";

    SendNotificationMessage {
        requireNonNull(notificationId, "notificationId");
        requireNonNull(userId, "userId");
        requireNonNull(orderId, "orderId");
        requireNonNull(template, "template");
        requireNonNull(createdAt, "createdAt");
    }

    Mail toMail() {
        return new Mail(
                new NotificationId(notificationId),
                new UserId(userId),
                new OrderId(orderId),
                template,
                Optional.ofNullable(reason));
    }
}
