package io.tollgate.workers.erasure.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.workers.erasure.Receipts;
import io.tollgate.workers.erasure.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says it through the outbox. */
@Component
class OutboxReceipts implements Receipts {
    private final Outbox outbox;

    OutboxReceipts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(UserId userId, long erasedVersion, long items, Instant completedAt) {
        ErasureCompletedMessage data = new ErasureCompletedMessage(userId.value(), erasedVersion, items, completedAt);
        return outbox.add(
                List.of(OutgoingMessage.fact(ErasureCompletedMessage.TYPE, userId.value(), erasedVersion, data)));
    }
}
