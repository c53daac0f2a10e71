package io.tollgate.orders.order.store;

import static io.tollgate.orders.order.OrderFixtures.aConfirmedOrder;
import static io.tollgate.orders.order.OrderFixtures.aPaidOrder;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static io.tollgate.orders.order.OrderFixtures.aShippedOrder;
import static io.tollgate.orders.order.OrderFixtures.anExpiredOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.VersionConflict;
import io.tollgate.orders.OrdersWithoutBus;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.OrderQuery;
import io.tollgate.orders.order.OrderQuery.Position;
import io.tollgate.orders.order.Orders;
import io.tollgate.orders.order.Purchase;
import io.tollgate.values.Ids;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@OrdersWithoutBus
class R2dbcOrdersTest {
    @Autowired
    private Orders orders;

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    @Test
    void an_order_is_read_as_it_was_written() {
        Order order = anOrder(aBuyer());

        orders.add(order)
                .then(orders.find(order.id()))
                .as(StepVerifier::create)
                .expectNext(order)
                .verifyComplete();
    }

    @Test
    void the_longest_order_is_read_as_it_was_written() {
        Order order = withLines(anOrder(aBuyer()), 100);

        orders.add(order)
                .then(orders.find(order.id()))
                .as(StepVerifier::create)
                .expectNext(order)
                .verifyComplete();
    }

    @Test
    void every_state_is_read_as_it_was_written() {
        for (Order next : List.of(aConfirmedOrder(), aPaidOrder(), aShippedOrder(), anExpiredOrder())) {
            Order placed = anOrder(aBuyer());
            Order decided = decidedAs(next, placed);

            orders.add(placed)
                    .then(orders.update(decided))
                    .then(orders.find(placed.id()))
                    .as(StepVerifier::create)
                    .expectNext(decided)
                    .verifyComplete();
        }
    }

    @Test
    void an_order_that_nobody_placed_is_absent() {
        orders.find(new OrderId(ids.next("ord"))).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void who_comes_second_to_change_an_order_has_a_conflict() {
        Order placed = anOrder(aBuyer());
        Order decided = decidedAs(anExpiredOrder(), placed);
        done(orders.add(placed).then(orders.update(decided)));

        orders.update(decided).as(StepVerifier::create).verifyError(VersionConflict.class);
    }

    @Test
    void a_buyers_orders_are_listed_newest_first_with_all_their_lines() {
        Buyer buyer = aBuyer();
        List<Order> placed = IntStream.range(0, 3).mapToObj(i -> anOrder(buyer)).toList();
        placed.forEach(order -> done(orders.add(order)));
        done(orders.add(anOrder(new Buyer(buyer.userId(), ids.next("cli")))));

        list(of(buyer, Optional.empty()), 2)
                .expectNext(placed.get(2), placed.get(1))
                .verifyComplete();
        list(of(buyer, Optional.of(Position.of(placed.get(1)))), 2)
                .expectNext(placed.get(0))
                .verifyComplete();
    }

    @Test
    void a_clients_name_of_an_order_is_taken_once_whatever_its_case() {
        Buyer buyer = aBuyer();
        Order first = named(buyer, "PO-17");
        done(orders.add(first));

        orders.findNamed(buyer.clientId(), "po-17")
                .as(StepVerifier::create)
                .expectNext(first)
                .verifyComplete();
        orders.add(named(buyer, "Po-17")).as(StepVerifier::create).verifyError(VersionConflict.class);
        done(orders.add(named(aBuyer(), "PO-17")));
    }

    @Test
    void the_database_itself_refuses_to_give_back_more_than_was_paid() {
        Order shipped = decidedAs(aShippedOrder(), anOrder(aBuyer()));
        done(orders.add(shipped));

        database.sql("UPDATE customer_order SET refunded_amount = total_amount + 1 WHERE id = :id")
                .bind("id", shipped.id().value())
                .then()
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    @Test
    void only_orders_that_wait_are_overdue() {
        Order waiting = anOrder(aBuyer());
        Order decided = anOrder(aBuyer());
        done(orders.add(waiting));
        done(orders.add(decided).then(orders.update(decidedAs(anExpiredOrder(), decided))));

        orders.overdue(OrderFixtures.DEADLINE.minusNanos(1000), 100)
                .as(StepVerifier::create)
                .verifyComplete();
        orders.overdue(OrderFixtures.DEADLINE, 100)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(
                        overdue -> assertThat(overdue).contains(waiting.id()).doesNotContain(decided.id()))
                .verifyComplete();
    }

    @Test
    void the_database_itself_refuses_an_order_that_waits_for_ever() {
        Order order = anOrder(aBuyer());
        done(orders.add(order));

        database.sql("UPDATE customer_order SET deadline = NULL WHERE id = :id")
                .bind("id", order.id().value())
                .then()
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    private StepVerifier.FirstStep<Order> list(OrderQuery query, int limit) {
        return orders.list(query, limit).as(StepVerifier::create);
    }

    private static OrderQuery of(Buyer buyer, Optional<Position> after) {
        return new OrderQuery(
                Optional.of(buyer.userId()),
                Optional.of(buyer.clientId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                after);
    }

    private Order named(Buyer buyer, String externalId) {
        Order order = anOrder(buyer);
        Purchase purchase =
                new Purchase(order.lines(), order.total(), order.purchase().shippingAddress(), Optional.of(externalId));
        return new Order(
                order.id(),
                order.version(),
                buyer,
                purchase,
                order.state(),
                order.heard(),
                order.placedAt(),
                order.changedAt());
    }

    private static Order withLines(Order order, int count) {
        OrderLine line = order.lines().get(0);
        List<OrderLine> lines = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new OrderLine(line.productId(), "line " + number, number, line.unitPrice()))
                .toList();
        Purchase purchase = new Purchase(
                lines,
                order.total(),
                order.purchase().shippingAddress(),
                order.purchase().externalId());
        return new Order(
                order.id(),
                order.version(),
                order.buyer(),
                purchase,
                order.state(),
                order.heard(),
                order.placedAt(),
                order.changedAt());
    }

    private Order anOrder(Buyer buyer) {
        return aPlacedOrder(new OrderId(ids.next("ord")), buyer);
    }

    private Buyer aBuyer() {
        return new Buyer(ids.next("usr"), ids.next("cli"));
    }

    private static Order decidedAs(Order pattern, Order placed) {
        return new Order(
                placed.id(),
                placed.version() + 1,
                placed.buyer(),
                placed.purchase(),
                pattern.state(),
                pattern.heard(),
                placed.placedAt(),
                pattern.changedAt());
    }

    private static void done(Mono<Void> work) {
        work.as(StepVerifier::create).verifyComplete();
    }
}
