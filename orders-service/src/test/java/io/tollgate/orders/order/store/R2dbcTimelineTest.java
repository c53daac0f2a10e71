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
import org.springframework.dao.DataIntegrityViolationException;
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

        timeline.add(order, 1, List.of(first, second))
                .thenMany(timeline.since(order, 0))
                .as(StepVerifier::create)
                .expectNext(numbered(10, first), numbered(11, second))
                .verifyComplete();
    }

    @Test
    void only_what_is_new_since_a_number_is_read() {
        OrderId order = placed();

        timeline.add(order, 1, List.of(entry("placed", Optional.empty())))
                .then(timeline.add(order, 2, List.of(entry("canceled", Optional.empty()))))
                .thenMany(timeline.since(order, 10))
                .map(TimelineEntry::transition)
                .as(StepVerifier::create)
                .expectNext("canceled")
                .verifyComplete();
    }

    @Test
    void a_version_of_an_order_is_written_once() {
        OrderId order = placed();

        timeline.add(order, 2, List.of(entry("confirmed", Optional.empty())))
                .then(timeline.add(order, 2, List.of(entry("canceled", Optional.empty()))))
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    @Test
    void what_others_say_at_length_is_cut() {
        OrderId order = placed();

        timeline.add(order, 1, List.of(entry("stock-refused", Optional.of("x".repeat(5000)))))
                .thenMany(timeline.since(order, 0))
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
                0,
                OrderStatus.PLACED,
                transition,
                new Occasion(NOON, "products", "a message"),
                Optional.empty(),
                detail);
    }

    private static TimelineEntry numbered(long number, TimelineEntry entry) {
        return new TimelineEntry(
                number, entry.status(), entry.transition(), entry.occasion(), entry.traceId(), entry.detail());
    }
}
