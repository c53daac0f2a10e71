package io.tollgate.orders;

import io.tollgate.testing.LiveApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No request, however odd, breaks the service or its document. */
class OrdersFuzzIT extends RunningOrders {
    private static final String CUP = "prd_01kn6vw99tfhgsf0epbwycsr8k";

    @LocalServerPort
    private int port;

    private final Others others = new Others();

    @BeforeEach
    void catalog() {
        others.publish(CUP, 1, 1250);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void no_request_breaks_the_service_or_its_document(TestReporter reporter) {
        Customer owner = new Customer(as(LiveApi.CLIENT, LiveApi.OWNER));
        LiveApi.of("orders", port)
                .object("orderId", () -> owner.order(CUP, "fuzz"))
                .fuzz(reporter);
    }
}
