package io.tollgate.orders.catalog.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.orders.catalog.LearnProduct;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A product entered the catalog. */
@Component
class ProductPublishedHandler implements MessageHandler<ProductPublishedMessage> {
    private final LearnProduct learnProduct;

    ProductPublishedHandler(LearnProduct learnProduct) {
        this.learnProduct = learnProduct;
    }

    @Override
    public String type() {
        return ProductPublishedMessage.TYPE;
    }

    @Override
    public Class<ProductPublishedMessage> dataType() {
        return ProductPublishedMessage.class;
    }

    @Override
    public Mono<Void> handle(ProductPublishedMessage published, ReceivedMessage message) {
        return learnProduct.handle(published.toEntry());
    }
}
