package io.tollgate.orders.order.store;

import static io.tollgate.orders.order.OrderFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.OrdersWithoutBus;
import io.tollgate.orders.order.Occasion;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.Orders;
import io.tollgate.orders.order.Timeline;
import io.tollgate.orders.order.TimelineEntry;
import io.tollgate.values.Ids;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

@OrdersWithoutBus
class R2dbcTimelineTest {
    @Autowired
    private Orders orders;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Ids ids;

    @Test
    void entries_are_read_in_the_order_of_happening() {
        OrderId order = placed();
        TimelineEntry first = entry("placed", Optional.empty());
        TimelineEntry second = entry("payment-declined", Optional.of("insufficient_funds"));

        timeline.add(order, List.of(first, second))
                .thenMany(timeline.of(order))
                .as(StepVerifier::create)
                .expectNext(first, second)
                .verifyComplete();
    }

    @Test
    void what_others_say_at_length_is_cut() {
        OrderId order = placed();

        timeline.add(order, List.of(entry("stock-refused", Optional.of("x".repeat(5000)))))
                .thenMany(timeline.of(order))
                .as(StepVerifier::create)
                .assertNext(entry -> assertThat(entry.detail().orElseThrow()).hasSize(400))
                .verifyComplete();
    }

    private OrderId placed() {
        OrderId id = new OrderId(ids.next("ord"));
        orders.add(OrderFixtures.aPlacedOrder(id, OrderFixtures.BUYER))
                .as(StepVerifier::create)
                .verifyComplete();
        return id;
    }

    private static TimelineEntry entry(String transition, Optional<String> detail) {
        return new TimelineEntry(
                OrderStatus.PLACED, transition, new Occasion(NOON, "products", "a message"), Optional.empty(), detail);
    }
}
