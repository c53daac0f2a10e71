package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.BUYER;
import static io.tollgate.orders.order.OrderFixtures.ID;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static io.tollgate.orders.order.OrderFixtures.authorized;
import static io.tollgate.orders.order.OrderFixtures.self;
import static io.tollgate.orders.order.OrderFixtures.stockReserved;
import static io.tollgate.orders.order.OrderFixtures.support;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What answers and the clock do to an order that waits. */
class DecideOrderTest {
    private final Shop shop = Shop.withCupAndJug();

    @BeforeEach
    void an_order_waits() {
        done(shop.orders.add(aPlacedOrder()));
    }

    @Test
    void two_yes_confirm_it() {
        hear(stockReserved());
        hear(authorized());

        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.events.told).hasOnlyElementsOfType(OrderConfirmed.class).hasSize(1);
        shop.timeline
                .since(ID, TimelineEntry.BEFORE_ALL)
                .as(StepVerifier::create)
                .assertNext(entry -> assertThat(entry.occasion().actor()).isEqualTo("products"))
                .assertNext(entry -> assertThat(entry.occasion().actor()).isEqualTo("payments"))
                .assertNext(entry -> assertThat(entry.occasion().actor()).isEqualTo("orders"))
                .verifyComplete();
    }

    @Test
    void repetitions_leave_no_trace() {
        hear(stockReserved());
        hear(stockReserved());

        shop.timeline
                .since(ID, TimelineEntry.BEFORE_ALL)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void an_answer_about_no_order_is_a_mistake() {
        shop.recordAnswer
                .handle(new OrderId("ord_of_nobody"), authorized(), "payments.payment-authorized.v1")
                .as(StepVerifier::create)
                .verifyError(OrderNotFound.class);
    }

    @Test
    void it_expires_when_nobody_answers_in_time() {
        shop.clock.advance(Duration.ofMinutes(2).minusMillis(1));
        done(shop.expireOrders.handle());
        assertThat(status()).isEqualTo(OrderStatus.PLACED);

        shop.clock.advance(Duration.ofMillis(1));
        done(shop.expireOrders.handle());
        done(shop.expireOrders.handle());

        assertThat(status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shop.events.told).hasOnlyElementsOfType(OrderCanceled.class).hasSize(1);
    }

    @Test
    void only_its_buyer_finds_it() {
        find(BUYER).expectNextCount(1).verifyComplete();
        find(new Buyer("usr_other", BUYER.clientId())).verifyError(OrderNotFound.class);
        find(new Buyer(BUYER.userId(), "cli_other")).verifyError(OrderNotFound.class);
        shop.readTimeline
                .handle(self(new Buyer("usr_other", BUYER.clientId())), ID)
                .as(StepVerifier::create)
                .verifyError(OrderNotFound.class);
    }

    @Test
    void support_finds_everybodys() {
        shop.findOrder
                .handle(support(), ID)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void its_customer_ends_it_once_and_nobody_else_does() {
        cancel(self(new Buyer("usr_other", BUYER.clientId()))).verifyError(OrderNotFound.class);
        cancel(self(BUYER)).expectNextCount(1).verifyComplete();
        cancel(self(BUYER))
                .assertNext(order -> assertThat(order.version()).isEqualTo(2))
                .verifyComplete();

        assertThat(shop.events.told).hasOnlyElementsOfType(OrderCanceled.class).hasSize(1);
        shop.timeline
                .since(ID, TimelineEntry.BEFORE_ALL)
                .as(StepVerifier::create)
                .assertNext(entry -> assertThat(entry.occasion().actor()).isEqualTo(BUYER.userId()))
                .verifyComplete();
    }

    @Test
    void it_expires_when_nobody_ships_in_time() {
        hear(stockReserved());
        hear(authorized());
        shop.clock.advance(Duration.ofHours(1).minusMillis(1));
        done(shop.expireOrders.handle());
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);

        shop.clock.advance(Duration.ofMillis(1));
        done(shop.expireOrders.handle());
        assertThat(status()).isEqualTo(OrderStatus.CANCELED);
    }

    private StepVerifier.FirstStep<Order> cancel(Viewer viewer) {
        return shop.cancelOrder.handle(viewer, ID, "a request").as(StepVerifier::create);
    }

    private StepVerifier.FirstStep<Order> find(Buyer buyer) {
        return shop.findOrder.handle(self(buyer), ID).as(StepVerifier::create);
    }

    private void hear(Answer answer) {
        done(shop.recordAnswer.handle(ID, answer, "a message"));
    }

    private OrderStatus status() {
        return shop.orders.find(ID).block().status();
    }

    private static void done(Mono<Void> work) {
        work.as(StepVerifier::create).verifyComplete();
    }
}
