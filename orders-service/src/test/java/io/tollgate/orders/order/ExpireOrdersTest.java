package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.BUYER;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ExpireOrdersTest {
    private static final OrderId FIRST = new OrderId("ord_1");
    private static final OrderId SECOND = new OrderId("ord_2");

    private final List<OrderId> conflicts = new ArrayList<>();
    private final MemoryOrders orders = new MemoryOrders() {
        @Override
        public Mono<Void> update(Order order) {
            return Mono.defer(() -> conflicts.remove(order.id())
                    ? Mono.error(new IllegalStateException("somebody else was quicker"))
                    : super.update(order));
        }
    };
    private final MutableClock clock = MutableClock.atNoon();
    private final OrderBook book =
            new OrderBook(orders, new MemoryTimeline(), new RecordingOrderEvents(), OrderFixtures.DEADLINES, clock);
    private final ExpireOrders expireOrders =
            new ExpireOrders(orders, new ExpireOrder(book), OrderFixtures.DEADLINES, clock);

    @BeforeEach
    void two_overdue_orders() {
        orders.add(aPlacedOrder(FIRST, BUYER))
                .then(orders.add(aPlacedOrder(SECOND, BUYER)))
                .as(StepVerifier::create)
                .verifyComplete();
        clock.advance(Duration.ofMinutes(3));
    }

    @Test
    void who_loses_the_row_looks_again() {
        conflicts.add(FIRST);

        expireOrders.handle().as(StepVerifier::create).verifyComplete();

        assertThat(status(FIRST)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void an_order_that_cannot_be_ended_holds_up_no_other() {
        conflicts.addAll(List.of(FIRST, FIRST));

        expireOrders.handle().as(StepVerifier::create).verifyError(IllegalStateException.class);

        assertThat(status(FIRST)).isEqualTo(OrderStatus.PLACED);
        assertThat(status(SECOND)).isEqualTo(OrderStatus.CANCELED);
    }

    private OrderStatus status(OrderId id) {
        return orders.find(id).block().status();
    }
}
