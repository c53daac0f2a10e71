package io.tollgate.workers.notification.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.workers.notification.NotificationCommands;
import io.tollgate.workers.notification.SendNotification;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends commands through the outbox. */
@Component
class OutboxNotificationCommands implements NotificationCommands {
    private static final String DESTINATION = "notifications-topic";
    // late news is no news
    private static final Duration TIME_TO_LIVE = Duration.ofHours(24);

    private final Outbox outbox;

    OutboxNotificationCommands(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> send(List<SendNotification> commands) {
        return outbox.add(
                commands.stream().map(OutboxNotificationCommands::message).toList());
    }

    private static OutgoingMessage message(SendNotification command) {
        SendNotificationMessage data = SendNotificationMessage.of(command);
        return OutgoingMessage.command(DESTINATION, SendNotificationMessage.TYPE, data.notificationId(), data)
                .expiringAfter(TIME_TO_LIVE);
    }
}
