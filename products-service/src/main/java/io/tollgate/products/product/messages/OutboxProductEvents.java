package io.tollgate.products.product.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.products.product.ProductEvent;
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
    public Mono<Void> publish(List<ProductEvent> facts) {
        return outbox.add(facts.stream().map(ProductFact::message).toList());
    }

    @Override
    public Mono<Void> admit() {
        return outbox.admit();
    }
}
