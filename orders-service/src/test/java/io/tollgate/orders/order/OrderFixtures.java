package io.tollgate.orders.order;

import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

    private OrderFixtures() {}

    public static Order aPlacedOrder() {
        return placed().order();
    }

    public static Order aPlacedOrder(OrderId id, Buyer buyer) {
        return Order.place(id, buyer, aBasket(), customer(), DEADLINE).order();
    }

    public static Order aConfirmedOrder() {
        return aPlacedOrder()
                .hear(stockReserved(), decided())
                .order()
                .hear(authorized(), decided())
                .order();
    }

    public static Order anExpiredOrder() {
        return aPlacedOrder().expire(at(DEADLINE)).order();
    }

    static Change placed() {
        return Order.place(ID, BUYER, aBasket(), customer(), DEADLINE);
    }

    static Basket aBasket() {
        return Basket.of(
                List.of(
                        new OrderLine(CUP, "Espresso cup, white", 2, Money.of(1250, "EUR")),
                        new OrderLine(JUG, "Milk jug, steel", 1, Money.of(1890, "EUR"))),
                TOKEN);
    }

    public static Answer stockReserved() {
        return new StockAnswer.Reserved(1);
    }

    public static Answer outOfStock() {
        return new StockAnswer.Refused(1, "out-of-stock", List.of(JUG.value()));
    }

    public static Answer authorized() {
        return new PaymentAnswer.Authorized(2);
    }

    public static Answer declined() {
        return new PaymentAnswer.Declined(2, "insufficient_funds");
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
