package io.tollgate.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.testing.LiveApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running service against its OpenAPI document: what it allows, what it forbids, and who may. */
class OrdersOpenApiIT extends RunningOrders {
    private static final String CUP = "prd_01kn6vw99tfhgsf0epbwycsr8k";
    private static final String JUG = "prd_01kn6vyg1wevnthytvb6nmk92t";

    @LocalServerPort
    private int port;

    private Others others;
    private LiveApi api;
    private String last;

    @BeforeEach
    void openShop() {
        others = new Others();
        others.publish(CUP, 1, 1250);
        others.publish(JUG, 1, 1890);
        Customer owner = new Customer(as(LiveApi.CLIENT, LiveApi.OWNER));
        owner.order(JUG, "jug");
        api = LiveApi.of("orders", port)
                .object("orderId", () -> last = owner.order(CUP, "cup"))
                .adapt("requestRefund", example -> shipped(owner, example));
    }

    /** Only what is shipped is refunded; what an earlier call ended stays as it is. */
    private JsonNode shipped(Customer owner, JsonNode example) {
        if (!owner.order(last).path("status").asText().equals("PLACED")) {
            return example;
        }
        others.reserve(last);
        others.authorize(last);
        owner.awaitStatus(last, "CONFIRMED");
        others.capture(last);
        owner.awaitTransition(last, "fulfillment-requested");
        others.book(last);
        owner.awaitStatus(last, "SHIPPED");
        return example;
    }

    @AfterEach
    void close() {
        others.close();
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
