package io.tollgate.orders.catalog.messages;

import io.tollgate.orders.catalog.LearnProduct;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What orders reads of products.price-changed.v1; the name may be missing. */
record PriceChangedMessage(String productId, long version, Optional<String> name, Money price, Instant changedAt) {
    PriceChangedMessage {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    Mono<Void> teach(LearnProduct learn) {
        return learn.handle(new ProductId(productId), version, name, price, changedAt);
    }
}
