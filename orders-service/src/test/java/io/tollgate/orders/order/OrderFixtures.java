package io.tollgate.orders.order;

import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The small world of the frozen examples: two espresso cups and a milk jug, ordered at noon. */
public final class OrderFixtures {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    public static final Instant DECIDED = Instant.parse("2026-05-04T12:00:00.212Z");
    public static final Instant DEADLINE = NOON.plus(Duration.ofMinutes(2));
    public static final OrderId ID = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final Buyer BUYER = new Buyer("usr_01kpmz88c1ef1tnyr5f7dfw65v", "cli_01kn44arm0fb393bnh657vqd48");
    public static final ProductId CUP = new ProductId("prd_01kn6vw99tfhgsf0epbwycsr8k");
    public static final ProductId JUG = new ProductId("prd_01kn6vyg1wevnthytvb6nmk92t");
    public static final PaymentToken TOKEN = new PaymentToken("tok_visa");

    public static final Deadlines DEADLINES = new Deadlines(Duration.ofMinutes(2), Duration.ofHours(1), 100);
    public static final Shipment SHIPMENT =
            new Shipment("shp_01kqsdr2s6f3esxc37g9q3t6gz", "Sandbox Parcel", "SP000000017GB");
    public static final ShippingAddress ADDRESS = new ShippingAddress(
            "Ada Lovelace", "12 St James's Square", Optional.empty(), "London", "SW1Y 4JH", Optional.empty(), "GB");

    private OrderFixtures() {}

    public static Order aPlacedOrder() {
        return placed().order();
    }

    public static Order aPlacedOrder(OrderId id, Buyer buyer) {
        return Order.place(id, buyer, aPurchase(), TOKEN, customer(), DEADLINES).order();
    }

    public static Order aConfirmedOrder() {
        return after(aPlacedOrder(), stockReserved(), authorized());
    }

    public static Order aPaidOrder() {
        return after(aConfirmedOrder(), captured());
    }

    public static Order aShippedOrder() {
        return after(aPaidOrder(), booked());
    }

    public static Order anExpiredOrder() {
        return aPlacedOrder().expire(at(DEADLINE), DEADLINES).order();
    }

    static Change placed() {
        return Order.place(ID, BUYER, aPurchase(), TOKEN, customer(), DEADLINES);
    }

    static Order after(Order order, Answer... answers) {
        Order now = order;
        for (Answer answer : answers) {
            now = now.hear(answer, decided(), DEADLINES).order();
        }
        return now;
    }

    static Purchase aPurchase() {
        return Purchase.of(
                List.of(
                        new OrderLine(CUP, "Espresso cup, white", 2, Money.of(1250, "EUR")),
                        new OrderLine(JUG, "Milk jug, steel", 1, Money.of(1890, "EUR"))),
                ADDRESS,
                Optional.empty());
    }

    public static Answer stockReserved() {
        return new Answer(Publisher.PRODUCTS, 1, Happening.of(Trigger.STOCK_RESERVED));
    }

    public static Answer outOfStock() {
        return new Answer(Publisher.PRODUCTS, 1, Happening.because(Trigger.OUT_OF_STOCK, "out-of-stock " + JUG));
    }

    public static Answer authorized() {
        return payment(2, Trigger.PAYMENT_AUTHORIZED);
    }

    public static Answer declined() {
        return new Answer(Publisher.PAYMENTS, 2, Happening.because(Trigger.PAYMENT_DECLINED, "insufficient_funds"));
    }

    public static Answer captured() {
        return payment(4, Trigger.PAYMENT_CAPTURED);
    }

    public static Answer captureRefused() {
        return payment(4, Trigger.PAYMENT_CAPTURE_REFUSED);
    }

    static Answer payment(long version, Trigger trigger) {
        return new Answer(Publisher.PAYMENTS, version, Happening.of(trigger));
    }

    public static Answer booked() {
        return new Answer(Publisher.WORKERS, 2, Happening.booked(SHIPMENT));
    }

    public static Answer shipmentRefused() {
        return new Answer(Publisher.WORKERS, 2, Happening.because(Trigger.SHIPMENT_REFUSED, "address_refused"));
    }

    public static Answer parcelLeft() {
        return new Answer(
                Publisher.WORKERS,
                4,
                Happening.because(Trigger.SHIPMENT_CANCEL_REFUSED, "already-departed: Sandbox Parcel SP7K2M9QX4T1"));
    }

    public static Viewer self(Buyer buyer) {
        return new Viewer(buyer, false);
    }

    public static Viewer support() {
        return new Viewer(new Buyer("usr_support", "cli_office"), true);
    }

    static Occasion customer() {
        return new Occasion(NOON, BUYER.userId(), "POST /v1/orders");
    }

    static Occasion decided() {
        return at(DECIDED);
    }

    static Occasion at(Instant instant) {
        return new Occasion(instant, "somebody", "something");
    }
}
