package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.DEADLINES;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static io.tollgate.orders.order.OrderFixtures.at;
import static io.tollgate.orders.order.OrderFixtures.authorized;
import static io.tollgate.orders.order.OrderFixtures.booked;
import static io.tollgate.orders.order.OrderFixtures.captureRefused;
import static io.tollgate.orders.order.OrderFixtures.captured;
import static io.tollgate.orders.order.OrderFixtures.decided;
import static io.tollgate.orders.order.OrderFixtures.declined;
import static io.tollgate.orders.order.OrderFixtures.outOfStock;
import static io.tollgate.orders.order.OrderFixtures.parcelLeft;
import static io.tollgate.orders.order.OrderFixtures.payment;
import static io.tollgate.orders.order.OrderFixtures.shipmentRefused;
import static io.tollgate.orders.order.OrderFixtures.stockReserved;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that can be heard, done and overslept, in any order and any number of times: always a life that the table has. */
class AnyOrderOfThingsTest {
    private static final int LIVES = 20_000;
    private static final Instant LATE = Instant.parse("2026-05-05T12:00:00Z");
    private static final Set<Class<?>> ENDS = Set.of(OrderShipped.class, OrderCanceled.class);

    private interface Thing {
        Change happensTo(Order order);
    }

    @Test
    void every_life_is_a_path_of_the_table_with_one_end_at_most() {
        for (int seed = 0; seed < LIVES; seed++) {
            live(new Random(seed), seed);
        }
    }

    private static void live(Random random, int seed) {
        List<OrderEvent> told = new ArrayList<>();
        Order order = aPlacedOrder();
        for (Thing thing : shuffled(random)) {
            Change change = tried(thing, order);
            assertFollows(order, change, seed);
            told.addAll(change.facts());
            order = change.order();
        }
        assertAddsUp(order, told, seed);
    }

    private static void assertFollows(Order before, Change change, int seed) {
        Stage from = before.state().stage();
        Stage to = change.order().state().stage();
        assertThat(from == to || Lifecycle.TABLE.stream().anyMatch(step -> step.from() == from && step.to() == to))
                .as("seed %d: from %s to %s", seed, from, to)
                .isTrue();
        assertThat(change.order().version()).isEqualTo(before.version() + (change.happened() ? 1 : 0));
        assertThat(change.order().state().deadline().isPresent())
                .isEqualTo(!to.status().isTerminal());
    }

    private static void assertAddsUp(Order order, List<OrderEvent> told, int seed) {
        assertThat(count(told, OrderConfirmed.class)).as("seed %d", seed).isLessThanOrEqualTo(1);
        assertThat(count(told, FulfillOrder.class))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(count(told, OrderConfirmed.class));
        assertThat(told.stream().filter(fact -> ENDS.contains(fact.getClass())).count())
                .as("seed %d", seed)
                .isEqualTo(order.status().isTerminal() ? 1 : 0);
        assertThat(count(told, OrderShipped.class)).isEqualTo(order.status() == OrderStatus.SHIPPED ? 1 : 0);
        assertThat(order.state().refunded()).isBetween(0L, order.total().amount());
    }

    private static long count(List<OrderEvent> told, Class<?> type) {
        return told.stream().filter(type::isInstance).count();
    }

    private static List<Thing> shuffled(Random random) {
        List<Thing> things = new ArrayList<>();
        for (Thing thing : all()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                things.add(thing);
            }
        }
        Collections.shuffle(things, random);
        return things;
    }

    private static List<Thing> all() {
        List<Thing> things = new ArrayList<>(List.of(
                order -> order.cancel(Trigger.CANCELLATION, decided(), DEADLINES),
                order -> order.cancel(Trigger.ERASURE, decided(), DEADLINES),
                order -> order.expire(at(LATE), DEADLINES),
                order -> order.refund(new Refund("ref_1", order.refundable(), noReason()), decided(), DEADLINES)));
        answers().forEach(answer -> things.add(order -> order.hear(answer, decided(), DEADLINES)));
        // What ends an order early comes rarely, or most lives would be short
        for (Answer answer : List.of(stockReserved(), authorized(), captured(), booked())) {
            for (int i = 0; i < 4; i++) {
                things.add(order -> order.hear(answer, decided(), DEADLINES));
            }
        }
        return things;
    }

    private static List<Answer> answers() {
        return List.of(
                outOfStock(),
                declined(),
                captureRefused(),
                payment(3, Trigger.PAYMENT_ACTION_REQUIRED),
                payment(5, Trigger.PAYMENT_VOIDED),
                payment(6, Trigger.PAYMENT_REFUNDED),
                shipmentRefused(),
                new Answer(Publisher.WORKERS, 3, Happening.of(Trigger.SHIPMENT_CANCELED)),
                parcelLeft());
    }

    private static java.util.Optional<String> noReason() {
        return java.util.Optional.empty();
    }

    /** Refusals are answers to people; nothing has happened then. */
    private static Change tried(Thing thing, Order order) {
        try {
            return thing.happensTo(order);
        } catch (AlreadyShipped | NotShipped | RefundTooLarge refusal) {
            return Change.nothing(order);
        }
    }
}
