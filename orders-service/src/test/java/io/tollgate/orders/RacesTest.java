package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.Conflicts;
import io.tollgate.orders.order.AlreadyShipped;
import io.tollgate.orders.order.CancelOrder;
import io.tollgate.orders.order.FulfillOrder;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderCanceled;
import io.tollgate.orders.order.OrderConfirmed;
import io.tollgate.orders.order.OrderEvent;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderShipped;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.Orders;
import io.tollgate.orders.order.RecordAnswer;
import io.tollgate.orders.order.RecordingOrderEvents;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The customer's will against all answers at the same moment, on the real tables: one outcome, told once. */
@OrdersWithoutBus
class RacesTest {
    private static final int AT_ONCE = 12;

    @Autowired
    private Orders orders;

    @Autowired
    private RecordAnswer recordAnswer;

    @Autowired
    private CancelOrder cancelOrder;

    @Autowired
    private RecordingOrderEvents events;

    @Autowired
    private Ids ids;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whoever_is_first_the_order_has_one_end_and_its_facts_agree(int seed) {
        OrderId id = new OrderId(ids.next("ord"));
        orders.add(OrderFixtures.aPlacedOrder(id, OrderFixtures.BUYER)).block();

        Flux.fromIterable(everything(id, new Random(seed)))
                .flatMap(thing -> thing.subscribeOn(Schedulers.boundedElastic()), AT_ONCE)
                .then()
                .block();

        Order order = orders.find(id).block();
        List<OrderEvent> told = told(id);
        assertThat(count(told, OrderConfirmed.class)).isLessThanOrEqualTo(1);
        assertThat(count(told, FulfillOrder.class)).isLessThanOrEqualTo(1);
        assertThat(count(told, OrderShipped.class)).isEqualTo(order.status() == OrderStatus.SHIPPED ? 1 : 0);
        assertThat(count(told, OrderCanceled.class)).isEqualTo(order.status() == OrderStatus.CANCELED ? 1 : 0);
        assertThat(told).extracting(fact -> fact.order().version()).doesNotHaveDuplicates();
    }

    private List<Mono<Void>> everything(OrderId id, Random random) {
        List<Mono<Void>> things = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            things.add(tried(recordAnswer.handle(id, OrderFixtures.stockReserved(), "a fact")));
            things.add(tried(recordAnswer.handle(id, OrderFixtures.authorized(), "a fact")));
            things.add(tried(recordAnswer.handle(id, OrderFixtures.captured(), "a fact")));
            things.add(tried(recordAnswer.handle(id, OrderFixtures.booked(), "a fact")));
        }
        things.add(tried(cancelOrder
                .handle(OrderFixtures.self(OrderFixtures.BUYER), id, "a request")
                .then()));
        Collections.shuffle(things, random);
        return things;
    }

    /** As the inbox and the table of keys run what lost the row; a refusal is an answer. */
    private static Mono<Void> tried(Mono<Void> thing) {
        return thing.retryWhen(Retry.backoff(50, Duration.ofMillis(2)).filter(Conflicts::isConflict))
                .onErrorComplete(AlreadyShipped.class);
    }

    private List<OrderEvent> told(OrderId id) {
        return events.told.stream().filter(fact -> fact.order().id().equals(id)).toList();
    }

    private static long count(List<OrderEvent> told, Class<?> type) {
        return told.stream().filter(type::isInstance).count();
    }
}
