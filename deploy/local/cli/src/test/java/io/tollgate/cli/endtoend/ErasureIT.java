package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.demo.Await;
import io.tollgate.cli.demo.Seeding;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A customer leaves whose orders are known to every service, some of them as messages that nobody could handle. */
@ExtendWith(RunningPlatform.class)
class ErasureIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final String ORDER_PLACED = "orders.order-placed.v1";
    private static final String PASSWORD = "correct horse battery " + UUID.randomUUID();

    /** In her name, her address and her payment token, and nowhere else. */
    private final String mark = "Unmistakable-" + UUID.randomUUID();

    @TempDir
    Path directory;

    @Test
    void of_who_closed_the_account_no_service_and_no_dead_letter_knows_anything_and_each_gives_a_receipt(
            Started platform) {
        Backups backups = new Backups(platform.install(), directory);
        BusVisitor bus = new BusVisitor(platform.install());
        Shopper ann = Shopper.registered(
                platform.install(), platform.seed().apiKey(), mark + "@customers.example", PASSWORD, mark);
        String user = ann.me().at("/id").asText();
        ann.awaitStatus(order(ann, platform.product(2)), "SHIPPED");
        bus.say(ORDER_PLACED, orderPlaced(user, "\"orderId\":\"" + "ord_too_long".repeat(10) + "\","));
        bus.say(ORDER_PLACED, orderPlaced(user, ""));
        Await.until(
                "parked orders",
                SOON,
                () -> backups.naming(mark),
                places -> places.containsAll(List.of("payments.parked_message", "products.parked_message")));
        Await.until("dead letters", SOON, () -> bus.deadLettersNaming(mark), letters -> letters == 2);
        assertThat(backups.naming(mark))
                .as("where she is known")
                .contains(
                        "users.user_account",
                        "orders.customer_order",
                        "orders.idempotency_record",
                        "orders.outbox",
                        "workers.outbox");

        ann.api().post("/v1/users/me/closure", Map.of("password", PASSWORD)).expect(202);

        JsonNode erasure = Await.until(
                "the erasure",
                PATIENCE,
                () -> Seeding.administration(platform.install())
                        .get("/admin/v1/users/" + user + "/erasure")
                        .expect(200)
                        .body(),
                body -> body.at("/complete").asBoolean());
        assertThat(StreamSupport.stream(erasure.at("/receipts").spliterator(), false)
                        .map(receipt -> receipt.at("/publisher").asText()))
                .containsExactlyInAnyOrder("orders", "payments", "products", "workers");
        assertThat(backups.naming(mark)).as("where she is known").isEmpty();
        assertThat(bus.deadLettersNaming(mark)).isZero();
    }

    private String order(Shopper shopper, String product) {
        return shopper.api()
                .post(
                        "/v1/orders",
                        Map.of(
                                "lines",
                                List.of(Map.of("productId", product, "quantity", 1)),
                                "paymentToken",
                                "tok_visa",
                                "shippingAddress",
                                Map.of(
                                        "name", mark,
                                        "line1", "9 Personal Road",
                                        "city", "Leeds",
                                        "postalCode", "LS1 4DY",
                                        "country", "GB")),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .text("/id");
    }

    /** With an id that fits into no table it fails wherever it is handled; without one it is not read at all. */
    private String orderPlaced(String user, String orderId) {
        return """
                {%s"version":1,"userId":"%s","clientId":"cli_01kn44arm0fb393bnh657vqd48","paymentToken":"%s",
                 "lines":[{"productId":"prd_01kn6vw99tfhgsf0epbwycsr8k","quantity":1,
                           "unitPrice":{"amount":1250,"currency":"EUR"}}],
                 "total":{"amount":1250,"currency":"EUR"},"placedAt":"2026-05-04T12:00:00Z"}
                """
                .formatted(orderId, user, mark);
    }
}
