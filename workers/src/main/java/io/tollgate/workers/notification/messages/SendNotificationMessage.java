package io.tollgate.workers.notification.messages;

import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.SendNotification;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** workers.send-notification.v1 as it goes over the bus. */
record SendNotificationMessage(
        String notificationId,
        String userId,
        String orderId,
        String template,
        Optional<String> reason,
        Instant createdAt) {
    static final String TYPE = "workers.send-notification.v1";

    static SendNotificationMessage of(SendNotification command) {
        Notification notification = command.notification();
        return new SendNotificationMessage(
                notification.id().value(),
                command.userId().value(),
                command.orderId().value(),
                notification.template().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                notification.reason(),
                notification.createdAt());
    }
}
