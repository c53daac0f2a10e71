package io.tollgate.workers.notification.messages;

import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.WantedNotification;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** workers.notification-wanted.v1 as it goes over the bus. */
record NotificationWantedMessage(
        String notificationId,
        String userId,
        String orderId,
        String template,
        Map<String, String> parameters,
        Instant createdAt) {
    static final String TYPE = "workers.notification-wanted.v1";

    static NotificationWantedMessage of(WantedNotification wanted) {
        Notification notification = wanted.notification();
        return new NotificationWantedMessage(
                notification.id().value(),
                wanted.userId().value(),
                wanted.orderId().value(),
                notification.template().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                notification.parameters(),
                notification.createdAt());
    }
}
