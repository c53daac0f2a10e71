package io.tollgate.users.mail.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.users.mail.Mail;
import io.tollgate.users.mail.Mails;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Orders mails from whoever sends them; late news is no news. */
@Component
class OutboxMails implements Mails {
    private static final String DESTINATION = "notifications-topic";
    private static final Duration LIVES = Duration.ofHours(24);

    private final Outbox outbox;

    OutboxMails(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> send(Mail mail) {
        OutgoingMessage command = OutgoingMessage.command(
                DESTINATION, SendNotificationMessage.TYPE, mail.userId(), SendNotificationMessage.of(mail));
        return outbox.add(List.of(command.expiringAfter(LIVES)));
    }
}
