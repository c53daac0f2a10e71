package io.tollgate.products.product.messages;

import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.ProductFixtures.cupContent;
import static io.tollgate.products.product.ProductFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.product.Content;
import io.tollgate.products.product.Price;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductEvent;
import io.tollgate.products.product.Status;
import io.tollgate.products.product.Times;
import io.tollgate.testing.MessageContract;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductMessagesContractTest {
    @Test
    void a_published_product_is_told_as_promised() {
        assertTold("product-published", new ProductEvent.Published(aCup()));
    }

    @Test
    void a_changed_product_is_told_as_promised() {
        Product renamed = renamed(2, Status.ACTIVE, euros(1250), "2026-04-10T08:15:00.500Z");
        assertTold("product-changed", new ProductEvent.Changed(renamed));
    }

    @Test
    void a_changed_price_is_told_as_promised_with_and_without_an_end() {
        Price april = euros(990, "2026-04-20T00:00:00Z", "2026-05-01T00:00:00Z");
        assertTold(
                "price-changed",
                new ProductEvent.Repriced(renamed(3, Status.ACTIVE, april, "2026-04-20T00:00:00.400Z")));
        MessageContract.of("products/price-changed.v1").assertAllows(ProductFact.of(new ProductEvent.Repriced(aCup())));
    }

    @Test
    void a_retired_product_is_told_as_promised() {
        Instant july = Instant.parse("2026-07-01T06:00:00.100Z");
        Product cup = aCup();
        Times times = new Times(cup.times().created(), july, cup.times().published(), Optional.of(july));
        Product retired = new Product(CUP, 4, cup.content(), Status.RETIRED, cup.price(), times);
        assertTold("product-retired", new ProductEvent.Retired(retired));
    }

    @Test
    void a_product_is_told_of_again_as_promised_active_or_retired() {
        Instant again = Instant.parse("2026-04-21T09:00:00.200Z");
        assertTold(
                "catalog-republished",
                new ProductEvent.Republished(renamed(3, Status.ACTIVE, euros(990), "2026-04-20T00:00:00Z"), again));
        MessageContract.of("products/catalog-republished.v1")
                .assertAllows(ProductFact.of(new ProductEvent.Republished(
                        renamed(4, Status.RETIRED, euros(990), "2026-04-20T00:00:00Z"), again)));
    }

    @Test
    void a_catalog_that_is_wanted_is_read() {
        MessageContract wanted = MessageContract.of("orders/catalog-wanted.v1");
        wanted.assertReads(CatalogWantedMessage.class);
        assertThat(CatalogWantedMessage.TYPE).isEqualTo(wanted.type());
    }

    private static void assertTold(String name, ProductEvent event) {
        MessageContract contract = MessageContract.of("products/" + name + ".v1");
        contract.assertWrites(ProductFact.of(event));
        assertThat(ProductFact.message(event).type()).isEqualTo(contract.type());
    }

    private static Product renamed(long version, Status status, Price price, String at) {
        Content cup = cupContent();
        Content content = new Content(
                cup.sku(),
                "Espresso cup, white, 60 ml",
                cup.description(),
                cup.categories(),
                cup.prices(),
                cup.images());
        Times times = aCup().times();
        return new Product(
                CUP,
                version,
                content,
                status,
                Optional.of(price),
                new Times(times.created(), Instant.parse(at), times.published(), Optional.empty()));
    }
}
