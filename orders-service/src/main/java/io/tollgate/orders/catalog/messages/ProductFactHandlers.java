package io.tollgate.orders.catalog.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.orders.catalog.LearnProduct;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every fact about products that the copy of the catalog is made of. */
@Configuration(proxyBeanMethods = false)
class ProductFactHandlers {
    @Bean
    MessageHandler<?> productPublished(LearnProduct learn) {
        return new ProductFactHandler<>(
                "products.product-published.v1", ProductPublishedMessage.class, fact -> learn.handle(fact.toEntry()));
    }

    @Bean
    MessageHandler<?> productChanged(LearnProduct learn) {
        return new ProductFactHandler<>(
                "products.product-changed.v1", ProductChangedMessage.class, fact -> learn.handle(fact.toEntry()));
    }

    @Bean
    MessageHandler<?> priceChanged(LearnProduct learn) {
        return new ProductFactHandler<>(
                "products.price-changed.v1", PriceChangedMessage.class, fact -> fact.teach(learn));
    }

    @Bean
    MessageHandler<?> productRetired(LearnProduct learn) {
        return new ProductFactHandler<>(
                "products.product-retired.v1", ProductRetiredMessage.class, fact -> learn.handle(fact.toEntry()));
    }

    @Bean
    MessageHandler<?> catalogRepublished(LearnProduct learn) {
        return new ProductFactHandler<>(
                "products.catalog-republished.v1",
                CatalogRepublishedMessage.class,
                fact -> learn.handle(fact.toEntry()));
    }
}
