package io.tollgate.orders.catalog.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.orders.catalog.CatalogEvents;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks for the catalog through the outbox. */
@Component
class OutboxCatalogEvents implements CatalogEvents {
    private static final String SUBJECT = "catalog";

    private final Outbox outbox;

    OutboxCatalogEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> wanted(Instant askedAt) {
        return outbox.add(List.of(
                OutgoingMessage.fact(CatalogWantedMessage.TYPE, SUBJECT, 0, new CatalogWantedMessage(askedAt))));
    }
}
