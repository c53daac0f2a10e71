package io.tollgate.products;

import io.tollgate.testing.LiveApi;
import io.tollgate.values.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running service against its OpenAPI document: what it allows, what it forbids, and who may. */
class ProductsOpenApiIT extends RunningProducts {
    @LocalServerPort
    private int port;

    @Autowired
    private Ids ids;

    private LiveApi api;

    @BeforeEach
    void openShop() {
        Shop shop = new Shop(asSeller());
        api = LiveApi.of("products", port).object("productId", () -> shop.published(ids.next("sku")));
    }

    @Test
    void no_request_breaks_the_service_or_its_document(TestReporter reporter) {
        api.fuzz(reporter);
    }

    @Test
    void everybody_may_what_the_document_says(TestReporter reporter) {
        api.roles(reporter);
    }

    @Test
    void every_example_is_answered_as_documented(TestReporter reporter) {
        api.examples(reporter);
    }
}
