package io.tollgate.orders.catalog.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.testing.MessageContract;
import io.tollgate.values.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatalogMessagesContractTest {
    @Test
    void a_published_product_is_read() {
        CatalogEntry entry =
                read("product-published", ProductPublishedMessage.class).toEntry();

        assertThat(entry.offer()).contains(new Offer("Espresso cup, white", Money.of(1250, "EUR")));
        assertThat(entry.version()).isEqualTo(1);
    }

    @Test
    void a_changed_product_is_read() {
        assertThat(read("product-changed", ProductChangedMessage.class)
                        .toEntry()
                        .offer())
                .isPresent();
    }

    @Test
    void a_changed_price_is_read_with_the_name_that_comes_along() {
        assertThat(read("price-changed", PriceChangedMessage.class).name()).isPresent();
    }

    @Test
    void a_retired_product_is_read() {
        assertThat(read("product-retired", ProductRetiredMessage.class)
                        .toEntry()
                        .retired())
                .isTrue();
    }

    @Test
    void a_republished_product_is_read() {
        CatalogRepublishedMessage read = read("catalog-republished", CatalogRepublishedMessage.class);

        assertThat(read.toEntry().retired()).isEqualTo(read.status().equals("retired"));
        assertThat(as("active", read).toEntry().offer()).isPresent();
        assertThat(as("retired", read).toEntry().retired()).isTrue();
    }

    @Test
    void the_wish_for_the_catalog_is_written_as_its_example() {
        MessageContract.of("orders/catalog-wanted.v1")
                .assertWrites(new CatalogWantedMessage(Instant.parse("2026-05-04T11:58:30Z")));
    }

    private static CatalogRepublishedMessage as(String status, CatalogRepublishedMessage read) {
        return new CatalogRepublishedMessage(
                read.productId(), read.version(), read.name(), read.price(), status, read.republishedAt());
    }

    private static <T> T read(String fact, Class<T> record) {
        return MessageContract.of("products/" + fact + ".v1").assertReads(record);
    }
}
