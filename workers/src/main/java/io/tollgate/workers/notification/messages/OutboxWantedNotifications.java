package io.tollgate.workers.notification.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.workers.notification.WantedNotification;
import io.tollgate.workers.notification.WantedNotifications;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says it through the outbox. */
@Component
class OutboxWantedNotifications implements WantedNotifications {
    // late news is no news
    private static final Duration TIME_TO_LIVE = Duration.ofHours(24);

    private final Outbox outbox;

    OutboxWantedNotifications(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(List<WantedNotification> wanted) {
        return outbox.add(
                wanted.stream().map(OutboxWantedNotifications::message).toList());
    }

    private static OutgoingMessage message(WantedNotification wanted) {
        NotificationWantedMessage data = NotificationWantedMessage.of(wanted);
        return OutgoingMessage.fact(NotificationWantedMessage.TYPE, data.notificationId(), 1, data)
                .expiringAfter(TIME_TO_LIVE);
    }
}
