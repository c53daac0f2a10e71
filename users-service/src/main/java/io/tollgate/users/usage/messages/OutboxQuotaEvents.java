package io.tollgate.users.usage.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.users.usage.QuotaEvents;
import io.tollgate.users.usage.QuotaMail;
import io.tollgate.users.usage.QuotaReached;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says through the outbox how far clients are with their quotas. */
@Component
class OutboxQuotaEvents implements QuotaEvents {
    private static final String MAILS = "notifications-topic";
    private static final Duration LIVES = Duration.ofHours(24);

    private final Outbox outbox;

    OutboxQuotaEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(QuotaReached fact) {
        return outbox.add(List.of(OutgoingMessage.fact(
                QuotaReachedMessage.TYPE, fact.clientId(), fact.version(), QuotaReachedMessage.of(fact))));
    }

    @Override
    public Mono<Void> mail(QuotaMail mail) {
        OutgoingMessage command = OutgoingMessage.command(
                MAILS, SendClientNotificationMessage.TYPE, mail.clientId(), SendClientNotificationMessage.of(mail));
        return outbox.add(List.of(command.expiringAfter(LIVES)));
    }
}
