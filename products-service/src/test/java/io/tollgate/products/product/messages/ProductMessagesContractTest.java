package io.tollgate.products.product.messages;

import static io.tollgate.products.product.ProductFixtures.aCup;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import org.junit.jupiter.api.Test;

class ProductMessagesContractTest {
    private final MessageContract published = MessageContract.of("products/product-published.v1");

    @Test
    void a_published_product_is_told_as_promised() {
        published.assertWrites(ProductPublishedMessage.of(aCup()));
        assertThat(ProductPublishedMessage.TYPE).isEqualTo(published.type());
    }
}
