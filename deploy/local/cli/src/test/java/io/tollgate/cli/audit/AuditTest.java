package io.tollgate.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.cli.audit.Audit.Report;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small shop whose books are right, and each way of cooking them. */
class AuditTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private final PaperBooks users = new PaperBooks();
    private final PaperBooks orders = new PaperBooks()
            .with("customer_order", order("ord_1", "SHIPPED", null), order("ord_2", "CANCELED", null))
            .with(
                    "order_timeline",
                    entry("ord_1", 1, "PLACED"),
                    entry("ord_1", 2, "PLACED"),
                    entry("ord_1", 3, "CONFIRMED"),
                    entry("ord_1", 4, "SHIPPED"),
                    entry("ord_1", 5, "SHIPPED"),
                    entry("ord_2", 1, "PLACED"),
                    entry("ord_2", 2, "CANCELED"))
            .with("order_refund", "{'id':'ref_1','order_id':'ord_1','amount':100,'currency':'EUR','status':'PAID'}");
    private final PaperBooks products = new PaperBooks()
            .with("stock", "{'product_id':'prd_1','on_hand':8,'reserved':0}")
            .with(
                    "stock_movement",
                    movement(1, "RECEIPT", 10, 0),
                    movement(2, "RESERVATION", 0, 2),
                    movement(3, "RESERVATION", 0, 1),
                    movement(4, "RELEASE", 0, -1),
                    movement(5, "COMMIT", -2, -2))
            .with("reservation", reservation("ord_1", "COMMITTED"), reservation("ord_2", "RELEASED"))
            .with("reservation_line", line("ord_1", 2, "COMMITTED"), line("ord_2", 1, "RELEASED"));
    private final PaperBooks payments = new PaperBooks()
            .with(
                    "payment",
                    payment("pay_1", "ord_1", "PARTIALLY_REFUNDED", 100),
                    payment("pay_2", "ord_2", "VOIDED", 0))
            .with(
                    "payment_intent",
                    "{'payment_id':'pay_1','step':'CAPTURE','refund_id':'','settled':true,'attempts':1}")
            .with(
                    "ledger_transfer",
                    transfer(1, "pay_1", "card-holds", "order-holds", 500),
                    transfer(2, "pay_1", "order-holds", "card-holds", 500),
                    transfer(3, "pay_1", "card-network-receivable", "revenue", 500),
                    transfer(4, "pay_1", "refunds", "card-network-receivable", 100),
                    transfer(5, "pay_2", "card-holds", "order-holds", 500),
                    transfer(6, "pay_2", "order-holds", "card-holds", 500));
    private final PaperBooks workers = new PaperBooks().with("shipment", shipment("shp_1", "ord_1", "BOOKED"));
    private final PaperBooks sandbox = new PaperBooks()
            .with(
                    "authorization",
                    authorization("auth_1", "pay_1", "PARTIALLY_REFUNDED", 100),
                    authorization("auth_2", "pay_2", "VOIDED", 0))
            .with("shipment", parcel("parcel_1", "shp_1", false));
    private Acknowledged acknowledged = new Acknowledged(Set.of("ord_1", "ord_2"), Set.of("usr_1"));

    @Test
    void books_that_are_right_add_up() {
        Report report = audit();

        assertThat(report.flaws()).isEmpty();
        assertThat(report.skipped()).isEmpty();
        assertThat(report.kept()).hasSize(10);
        assertThat(report.orders()).isEqualTo(2);
    }

    @Test
    void an_acknowledged_order_that_is_gone_is_found() {
        acknowledged = new Acknowledged(Set.of("ord_1", "ord_2", "ord_3"), Set.of("usr_1"));

        assertThat(audit().flaws()).containsExactly("order ord_3 was acknowledged and is not there");
    }

    @Test
    void an_order_that_was_made_twice_is_found() {
        acknowledged = new Acknowledged(Set.of("ord_1"), Set.of("usr_1"));

        assertThat(audit().flaws()).containsExactly("order ord_2 is there and was never acknowledged to its customer");
    }

    @Test
    void an_order_that_outlived_its_deadline_is_found_and_what_needs_rest_is_not_told() {
        orders.with("customer_order", order("ord_1", "SHIPPED", null), order("ord_2", "PLACED", "2026-05-04T11:00:00"))
                .with(
                        "order_timeline",
                        entry("ord_1", 1, "PLACED"),
                        entry("ord_1", 2, "CONFIRMED"),
                        entry("ord_1", 3, "SHIPPED"),
                        entry("ord_2", 1, "PLACED"));

        Report report = audit();

        assertThat(report.flaws())
                .containsExactly(
                        "order ord_2 is PLACED", "order ord_2 is PLACED since before its deadline 2026-05-04T11:00:00");
        assertThat(report.skipped()).hasSize(5);
    }

    @Test
    void a_history_that_no_order_can_have_is_found() {
        orders.with(
                "order_timeline",
                entry("ord_1", 1, "PLACED"),
                entry("ord_1", 2, "SHIPPED"),
                entry("ord_2", 1, "PLACED"),
                entry("ord_2", 2, "CANCELED"),
                entry("ord_2", 3, "CONFIRMED"));

        assertThat(audit().flaws())
                .containsExactly(
                        "order ord_1 is SHIPPED after [PLACED, SHIPPED]",
                        "order ord_2 is CANCELED after [PLACED, CANCELED, CONFIRMED]");
    }

    @Test
    void a_piece_that_was_sold_without_a_movement_is_found() {
        products.with("stock", "{'product_id':'prd_1','on_hand':7,'reserved':0}");

        assertThat(audit().flaws())
                .containsExactly(
                        "product prd_1: on hand 7, but its movements give 8",
                        "product prd_1: came in 10, but on hand and sold 9");
    }

    @Test
    void stock_that_a_canceled_order_still_holds_is_found() {
        products.with("stock", "{'product_id':'prd_1','on_hand':8,'reserved':1}")
                .with("reservation", reservation("ord_1", "COMMITTED"), reservation("ord_2", "RESERVED"))
                .with("reservation_line", line("ord_1", 2, "COMMITTED"), line("ord_2", 1, "RESERVED"))
                .with(
                        "stock_movement",
                        movement(1, "RECEIPT", 10, 0),
                        movement(2, "RESERVATION", 0, 2),
                        movement(3, "RESERVATION", 0, 1),
                        movement(4, "COMMIT", -2, -2));

        assertThat(audit().flaws()).containsExactly("order ord_2 is CANCELED, its reservation is RESERVED");
    }

    @Test
    void money_that_is_still_set_aside_for_a_canceled_order_is_found() {
        payments.with(
                "payment",
                payment("pay_1", "ord_1", "PARTIALLY_REFUNDED", 100),
                payment("pay_2", "ord_2", "AUTHORIZED", 0));
        sandbox.with(
                "authorization",
                authorization("auth_1", "pay_1", "PARTIALLY_REFUNDED", 100),
                authorization("auth_2", "pay_2", "AUTHORIZED", 0));

        assertThat(audit().flaws())
                .containsExactly(
                        "order ord_2 is CANCELED, its payment is AUTHORIZED",
                        "the card network has auth_2 AUTHORIZED for payment pay_2");
    }

    @Test
    void a_second_capture_of_one_order_is_found() {
        sandbox.with(
                "authorization",
                authorization("auth_1", "pay_1", "PARTIALLY_REFUNDED", 100),
                authorization("auth_2", "pay_2", "VOIDED", 0),
                authorization("auth_3", "pay_1", "CAPTURED", 0));

        assertThat(audit().flaws())
                .containsExactly(
                        "order ord_1, payment pay_1: orders say that 400 was paid and kept, the card network has 900",
                        "order ord_1, payment pay_1: captured 2 times");
    }

    @Test
    void a_refund_that_the_ledger_does_not_know_is_found() {
        payments.with(
                "ledger_transfer",
                transfer(1, "pay_1", "card-network-receivable", "revenue", 500),
                transfer(2, "pay_2", "card-holds", "order-holds", 500));

        assertThat(audit().flaws())
                .containsExactly(
                        "order ord_1, payment pay_1: orders say that 400 was paid and kept, the ledger has 500",
                        "payment pay_2 still holds 500 on a card");
    }

    @Test
    void a_parcel_for_a_canceled_order_and_a_second_one_are_found() {
        workers.with("shipment", shipment("shp_1", "ord_1", "BOOKED"), shipment("shp_2", "ord_2", "CANCELED"));
        sandbox.with(
                "shipment",
                parcel("parcel_1", "shp_1", false),
                parcel("parcel_2", "shp_1", false),
                parcel("parcel_3", "shp_2", false));

        assertThat(audit().flaws())
                .containsExactly(
                        "order ord_1 is SHIPPED with 2 parcels under way",
                        "order ord_2 is CANCELED with 1 parcels under way");
    }

    @Test
    void a_parcel_that_was_not_taken_back_leaves_and_its_goods_are_not_for_sale() {
        workers.with("shipment", shipment("shp_1", "ord_1", "BOOKED"), shipment("shp_2", "ord_2", "CANCEL_REFUSED"));
        sandbox.with("shipment", parcel("parcel_1", "shp_1", false), parcel("parcel_2", "shp_2", false));

        assertThat(audit().flaws())
                .as("ord_2 is canceled, its goods are back on paper and yet with the carrier")
                .containsExactly("order ord_2 is CANCELED, its reservation is RELEASED");
    }

    @Test
    void what_is_under_way_is_named() {
        orders.with(
                "outbox",
                "{'position':1,'type':'orders.order-shipped.v1','subject':'ord_1','destination':'events-topic','refused_at':null}");
        users.with(
                "parked_message",
                "{'position':1,'consumer':'users','type':'workers.notification-wanted.v1','subject':'ntf_1','attempts':3}");
        payments.with(
                "payment_intent", "{'payment_id':'pay_2','step':'VOID','refund_id':'','settled':false,'attempts':1}");

        assertThat(audit().flaws())
                .containsExactly(
                        "orders has not sent orders.order-shipped.v1 about ord_1",
                        "users has parked workers.notification-wanted.v1 about ntf_1 after 3 attempts",
                        "payment pay_2 has an open VOID");
    }

    private Report audit() {
        return Audit.examined(new Evidence(
                Map.of(
                        "users", users,
                        "orders", orders,
                        "products", products,
                        "payments", payments,
                        "workers", workers,
                        "sandbox", sandbox),
                acknowledged,
                NOW));
    }

    private static String order(String id, String status, String deadline) {
        return ("{'id':'%s','user_id':'usr_1','status':'%s','deadline':%s,'total_amount':500,'refunded_amount':0,"
                        + "'currency':'EUR'}")
                .formatted(id, status, deadline == null ? "null" : "'" + deadline + "'");
    }

    private static String entry(String order, int no, String status) {
        return "{'order_id':'%s','entry_no':%d,'status':'%s'}".formatted(order, no, status);
    }

    private static String movement(int position, String kind, int onHand, int reserved) {
        return "{'position':%d,'product_id':'prd_1','kind':'%s','on_hand':%d,'reserved':%d}"
                .formatted(position, kind, onHand, reserved);
    }

    private static String reservation(String order, String state) {
        return "{'order_id':'%s','state':'%s'}".formatted(order, state);
    }

    private static String line(String order, int quantity, String state) {
        return "{'order_id':'%s','product_id':'prd_1','quantity':%d,'state':'%s'}".formatted(order, quantity, state);
    }

    private static String payment(String id, String order, String status, int refunded) {
        return "{'id':'%s','order_id':'%s','status':'%s','amount':500,'currency':'EUR','refunded':%d}"
                .formatted(id, order, status, refunded);
    }

    private static String transfer(int position, String payment, String debit, String credit, int amount) {
        return ("{'position':%d,'reference':'%s','debit_account':'%s','credit_account':'%s','amount':%d,"
                        + "'currency':'EUR'}")
                .formatted(position, payment, debit, credit, amount);
    }

    private static String authorization(String id, String payment, String status, int refunded) {
        return "{'id':'%s','reference':'%s','status':'%s','amount':500,'refunded':%d}"
                .formatted(id, payment, status, refunded);
    }

    private static String shipment(String id, String order, String state) {
        return "{'shipment_id':'%s','order_id':'%s','state':'%s'}".formatted(id, order, state);
    }

    private static String parcel(String id, String shipment, boolean canceled) {
        return "{'id':'%s','reference':'%s','canceled':%s,'departed':false}".formatted(id, shipment, canceled);
    }
}
