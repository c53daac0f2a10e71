package io.tollgate.orders.catalog.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import io.tollgate.values.Money;
import org.junit.jupiter.api.Test;

class ProductPublishedContractTest {
    @Test
    void a_published_product_is_read() {
        ProductPublishedMessage published =
                MessageContract.of("products/product-published.v1").assertReads(ProductPublishedMessage.class);

        assertThat(published.toEntry().price()).isEqualTo(Money.of(1250, "EUR"));
    }
}
