package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What becomes of shipments whose orders are canceled. */
class CanceledShipmentsIT extends RunningShipments {
    private static final String CANCEL_REFUSED = "workers.shipment-cancel-refused.v1";

    @Test
    void an_order_that_was_canceled_before_is_never_shipped() {
        cancel();
        await().atMost(SOON).until(() -> count("SELECT COUNT(*) FROM fulfillment WHERE order_id = :key") == 1);

        fulfill("12 Harbor Street");

        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(count("SELECT COUNT(*) FROM shipment WHERE order_id = :key")).isZero();
    }

    @Test
    void a_booked_order_that_is_canceled_is_taken_back() {
        fulfill("12 Harbor Street");
        fact(BOOKED);

        cancel();

        fact(CANCELED);
        assertThat(parcels())
                .extracting(parcel -> parcel.path("status").asText())
                .containsExactly("canceled");
    }

    @Test
    void a_parcel_that_left_though_its_order_is_canceled_is_told_with_its_tracking_number() {
        fulfill("1 Departed Drive");
        String tracking = fact(BOOKED).path("trackingNumber").asText();

        cancel();

        JsonNode told = fact(CANCEL_REFUSED);
        assertThat(told.path("reason").asText()).isEqualTo("already-departed");
        assertThat(told.path("trackingNumber").asText()).isEqualTo(tracking);
        assertThat(said(CANCELED, order)).isEmpty();
    }

    @Test
    void whoever_waits_for_the_goods_of_an_order_that_was_never_shipped_hears_that_none_left() {
        cancel(", \"shipmentOpen\": true");

        fact(CANCELED);
        fulfill("12 Harbor Street");
        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(parcels()).isEmpty();
    }

    private void cancel() {
        cancel("");
    }

    private void cancel(String more) {
        facts.publish(
                "orders.order-canceled.v1",
                order,
                "{\"orderId\":\"%s\",\"userId\":\"%s\",\"version\":6,\"reason\":\"customer\"%s}"
                        .formatted(order, user, more));
    }
}
