package io.tollgate.products.product.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.product.WantCatalog;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Orders has no copy of the catalog. */
@Component
class CatalogWantedHandler implements MessageHandler<CatalogWantedMessage> {
    private final WantCatalog wantCatalog;

    CatalogWantedHandler(WantCatalog wantCatalog) {
        this.wantCatalog = wantCatalog;
    }

    @Override
    public String type() {
        return CatalogWantedMessage.TYPE;
    }

    @Override
    public Class<CatalogWantedMessage> dataType() {
        return CatalogWantedMessage.class;
    }

    @Override
    public Mono<Void> handle(CatalogWantedMessage wanted, ReceivedMessage message) {
        return wantCatalog.handle();
    }
}
