package io.tollgate.products.erasure.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.products.erasure.ErasureReceipts;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives receipts through the outbox. */
@Component
class OutboxErasureReceipts implements ErasureReceipts {
    private final Outbox outbox;

    OutboxErasureReceipts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> completed(String userId, long erasedVersion, long items, Instant at) {
        ErasureCompletedMessage receipt = new ErasureCompletedMessage(userId, erasedVersion, items, at);
        return outbox.add(List.of(OutgoingMessage.fact(ErasureCompletedMessage.TYPE, userId, erasedVersion, receipt)));
    }
}
