package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** What is left of shipments whose users are erased. */
class ErasedShipmentsIT extends RunningShipments {
    @Test
    void an_erased_user_leaves_no_address_behind_and_a_receipt_says_so() {
        fulfill("12 Harbor Street");
        fact(BOOKED);
        assertThat(commandsWithAddress()).isPositive();

        facts.publish("users.user-erased.v1", user, "{\"userId\":\"%s\",\"version\":4}".formatted(user));

        await().atMost(SOON)
                .until(() -> said("workers.erasure-completed.v1", user).isPresent());
        assertThat(said("workers.erasure-completed.v1", user).orElseThrow()).contains("\"erasedVersion\":4");
        assertThat(commandsWithAddress()).isZero();
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void a_command_of_an_erased_user_that_comes_late_ships_nothing_and_keeps_no_address() {
        facts.publish("users.user-erased.v1", user, "{\"userId\":\"%s\",\"version\":4}".formatted(user));
        await().atMost(SOON)
                .until(() -> said("workers.erasure-completed.v1", user).isPresent());

        fulfill("12 Harbor Street");

        await().atMost(SOON)
                .until(() -> count("SELECT COUNT(*) FROM fulfillment WHERE order_id = :key AND canceled = 1") == 1);
        fact(CANCELED);
        assertThat(commandsToShip()).isZero();
        assertThat(parcels()).isEmpty();
    }

    private long commandsWithAddress() {
        return count(
                "SELECT COUNT(*) FROM outbox WHERE subject IN (SELECT shipment_id FROM shipment WHERE order_id = :key)"
                        + " AND body LIKE '%Harbor%'");
    }

    private long commandsToShip() {
        return database.sql("SELECT COUNT(*) FROM outbox WHERE type = 'workers.book-shipment.v1' AND body LIKE :user")
                .bind("user", "%" + user + "%")
                .mapValue(Long.class)
                .one()
                .block();
    }
}
