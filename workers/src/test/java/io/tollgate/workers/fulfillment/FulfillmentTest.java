package io.tollgate.workers.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.SequentialIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FulfillmentTest {
    private static final OrderId ORDER = new OrderId("ord_1");
    private static final UserId USER = new UserId("usr_1");
    private static final Consignment CONSIGNMENT = new Consignment(
            ORDER,
            USER,
            List.of(new Consignment.Line("prd_1", "Cup", 2)),
            new Address("Jo", "12 Harbor Street", Optional.empty(), "Gothenburg", "411 04", Optional.empty(), "SE"));

    private final List<String> said = new ArrayList<>();
    private final FakeFulfillments fulfillments = new FakeFulfillments();
    private final Set<String> erased = new HashSet<>();
    private final SequentialIds ids = new SequentialIds();
    private final NeverShip neverShip = new NeverShip(fulfillments, new Commands(), ids);
    private final FulfillOrder fulfill =
            new FulfillOrder(fulfillments, new Commands(), user -> Mono.just(erased.contains(user)), neverShip, ids);
    private final AbandonOrder abandon = new AbandonOrder(fulfillments, new Commands(), neverShip);

    @Test
    void an_order_is_shipped_once_however_often_it_is_told() {
        fulfill();
        fulfill();

        assertThat(said).hasSize(1).allMatch(command -> command.startsWith("book shp_"));
    }

    @Test
    void a_shipment_is_canceled_once_under_its_own_id() {
        fulfill();
        abandon();
        abandon();
        fulfill();

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).isEqualTo(said.get(0).replace("book", "cancel"));
    }

    @Test
    void an_order_that_was_canceled_before_is_not_shipped() {
        abandon();
        fulfill();
        abandon();

        assertThat(said).isEmpty();
    }

    @Test
    void whoever_waits_for_the_goods_of_an_order_canceled_before_hears_that_none_left() {
        abandonAwaited();
        fulfill();
        abandonAwaited();

        assertThat(said).hasSize(1).allMatch(command -> command.startsWith("cancel shp_"));
    }

    @Test
    void nothing_is_shipped_to_somebody_who_was_erased_and_whoever_waits_for_the_goods_hears_it() {
        erased.add(USER.value());
        fulfill();
        erased.clear();
        fulfill();
        abandonAwaited();

        assertThat(said).hasSize(1).allMatch(command -> command.startsWith("cancel shp_"));
    }

    private void fulfill() {
        fulfill.handle(CONSIGNMENT).as(StepVerifier::create).verifyComplete();
    }

    private void abandon() {
        abandon.handle(ORDER, USER, false).as(StepVerifier::create).verifyComplete();
    }

    private void abandonAwaited() {
        abandon.handle(ORDER, USER, true).as(StepVerifier::create).verifyComplete();
    }

    private final class Commands implements ShipmentCommands {
        @Override
        public Mono<Void> book(ShipmentId id, Consignment consignment) {
            return Mono.fromRunnable(() -> said.add("book " + id.value()));
        }

        @Override
        public Mono<Void> cancel(ShipmentId id, OrderId orderId, UserId userId) {
            return Mono.fromRunnable(() -> said.add("cancel " + id.value()));
        }
    }

    private static final class FakeFulfillments implements Fulfillments {
        private final Map<OrderId, Fulfillment> decided = new HashMap<>();

        @Override
        public Mono<Fulfillment> find(OrderId orderId) {
            return Mono.justOrEmpty(decided.get(orderId));
        }

        @Override
        public Mono<Void> add(Fulfillment fulfillment) {
            return Mono.fromRunnable(() -> decided.put(fulfillment.orderId(), fulfillment));
        }

        @Override
        public Mono<Void> cancel(OrderId orderId) {
            return Mono.fromRunnable(() -> decided.computeIfPresent(
                    orderId, (id, known) -> new Fulfillment(id, known.userId(), known.shipmentId(), true)));
        }
    }
}
