package io.tollgate.products.product.messages;

import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.products.product.Content;
import io.tollgate.products.product.Price;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductEvent;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The facts of the catalog as they go over the bus. */
sealed interface ProductFact {
    String type();

    /** products.product-published.v1 */
    record Published(String productId, long version, String sku, String name, Money price, Instant publishedAt)
            implements ProductFact {
        @Override
        public String type() {
            return "products.product-published.v1";
        }
    }

    /** products.product-changed.v1 */
    record Changed(String productId, long version, String sku, String name, Money price, Instant changedAt)
            implements ProductFact {
        @Override
        public String type() {
            return "products.product-changed.v1";
        }
    }

    /** products.price-changed.v1 */
    record Repriced(
            String productId,
            long version,
            String sku,
            String name,
            Money price,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            Instant changedAt)
            implements ProductFact {
        @Override
        public String type() {
            return "products.price-changed.v1";
        }
    }

    /** products.product-retired.v1 */
    record Retired(String productId, long version, Instant retiredAt) implements ProductFact {
        @Override
        public String type() {
            return "products.product-retired.v1";
        }
    }

    /** products.catalog-republished.v1 */
    record Republished(
            String productId, long version, String sku, String name, Money price, String status, Instant republishedAt)
            implements ProductFact {
        @Override
        public String type() {
            return "products.catalog-republished.v1";
        }
    }

    static OutgoingMessage message(ProductEvent event) {
        ProductFact fact = of(event);
        Product product = event.product();
        return OutgoingMessage.fact(fact.type(), product.id().value(), product.version(), fact);
    }

    static ProductFact of(ProductEvent event) {
        Product product = event.product();
        if (event instanceof ProductEvent.Retired) {
            return new Retired(
                    product.id().value(),
                    product.version(),
                    product.times().retired().orElseThrow());
        }
        Price price = product.price().orElseThrow();
        return event instanceof ProductEvent.Repriced ? repriced(product, price) : whole(event, price.money());
    }

    private static ProductFact repriced(Product product, Price price) {
        return new Repriced(
                product.id().value(),
                product.version(),
                product.content().sku(),
                product.content().name(),
                price.money(),
                price.validFrom(),
                price.validUntil(),
                product.times().updated());
    }

    private static ProductFact whole(ProductEvent event, Money price) {
        Product product = event.product();
        String id = product.id().value();
        Content content = product.content();
        Instant updated = product.times().updated();
        if (event instanceof ProductEvent.Published) {
            return new Published(id, product.version(), content.sku(), content.name(), price, updated);
        }
        if (event instanceof ProductEvent.Changed) {
            return new Changed(id, product.version(), content.sku(), content.name(), price, updated);
        }
        if (event instanceof ProductEvent.Republished again) {
            String status = product.status().name().toLowerCase(Locale.ROOT);
            return new Republished(id, product.version(), content.sku(), content.name(), price, status, again.at());
        }
        throw new AssertionError(event);
    }
}
