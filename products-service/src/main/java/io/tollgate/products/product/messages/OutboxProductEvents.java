package io.tollgate.products.product.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductEvents;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells of the catalog through the outbox. */
@Component
class OutboxProductEvents implements ProductEvents {
    private final Outbox outbox;

    OutboxProductEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> published(Product product) {
        return outbox.add(List.of(OutgoingMessage.fact(
                ProductPublishedMessage.TYPE,
                product.id().value(),
                product.version(),
                ProductPublishedMessage.of(product))));
    }
}
