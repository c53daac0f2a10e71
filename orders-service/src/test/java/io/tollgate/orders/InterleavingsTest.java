package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.Conflicts;
import io.tollgate.orders.order.AlreadyShipped;
import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.CancelOrder;
import io.tollgate.orders.order.FulfillOrder;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The customer's cancellation against each answer, in each order in which two transactions can read and write one row. */
@OrdersWithoutBus
@Import(InterleavingsTest.Gated.class)
class InterleavingsTest {
    private static final String CANCEL = "cancel";
    private static final String ANSWER = "answer";

    /** What the customer's cancellation meets. */
    enum Meeting {
        CONFIRMATION(OrderConfirmed.class, OrderFixtures.stockReserved(), OrderFixtures.authorized()),
        CAPTURE(
                FulfillOrder.class,
                OrderFixtures.stockReserved(),
                OrderFixtures.authorized(),
                OrderFixtures.captured()),
        BOOKING(
                OrderShipped.class,
                OrderFixtures.stockReserved(),
                OrderFixtures.authorized(),
                OrderFixtures.captured(),
                OrderFixtures.booked());

        private final Class<?> fact;
        private final List<Answer> answers;

        Meeting(Class<?> fact, Answer... answers) {
            this.fact = fact;
            this.answers = List.of(answers);
        }
    }

    @Autowired
    private InTurn orders;

    @Autowired
    private RecordAnswer recordAnswer;

    @Autowired
    private CancelOrder cancelOrder;

    @Autowired
    private RecordingOrderEvents events;

    @Autowired
    private Ids ids;

    static Stream<Arguments> interleavings() {
        return Stream.of(Meeting.values()).flatMap(meeting -> Stream.of(CANCEL, ANSWER)
                .flatMap(first -> Stream.of(true, false).map(together -> Arguments.of(meeting, first, together))));
    }

    @ParameterizedTest(name = "{0}: {1} writes first, both have read before: {2}")
    @MethodSource("interleavings")
    void there_is_one_outcome_and_it_is_that_of_who_wrote_first(Meeting meeting, String first, boolean together) {
        OrderId id = waitingFor(meeting);
        Answer last = meeting.answers.get(meeting.answers.size() - 1);

        orders.begin(first, together);
        boolean canceled = meet(
                tried(
                        CANCEL,
                        cancelOrder
                                .handle(OrderFixtures.self(OrderFixtures.BUYER), id, "a request")
                                .then()),
                tried(ANSWER, recordAnswer.handle(id, last, "a fact")));

        boolean shipped = meeting == Meeting.BOOKING && first.equals(ANSWER);
        assertThat(canceled).isEqualTo(!shipped);
        assertThat(orders.find(id).block().status()).isEqualTo(shipped ? OrderStatus.SHIPPED : OrderStatus.CANCELED);
        assertThat(told(id, OrderCanceled.class)).hasSize(shipped ? 0 : 1);
        assertThat(told(id, meeting.fact)).hasSize(first.equals(ANSWER) ? 1 : 0);
        assertThat(told(id, OrderEvent.class))
                .extracting(fact -> fact.order().version())
                .doesNotHaveDuplicates();
        assertThat(orders.reads(first.equals(CANCEL) ? ANSWER : CANCEL))
                .as("who lost the row read it again")
                .isEqualTo(together ? 2 : 1);
    }

    private OrderId waitingFor(Meeting meeting) {
        OrderId id = new OrderId(ids.next("ord"));
        orders.add(OrderFixtures.aPlacedOrder(id, OrderFixtures.BUYER)).block();
        Flux.fromIterable(meeting.answers.subList(0, meeting.answers.size() - 1))
                .concatMap(answer -> recordAnswer.handle(id, answer, "a fact"))
                .then()
                .block();
        return id;
    }

    /** Whether the cancellation was done. */
    private static boolean meet(Mono<Boolean> cancellation, Mono<Boolean> answer) {
        return Mono.zip(cancellation, answer).block().getT1();
    }

    /** As the inbox and the table of keys run what lost the row; a refusal is an answer. */
    private Mono<Boolean> tried(String who, Mono<Void> thing) {
        return orders.after(who, thing.retryWhen(Retry.max(5).filter(Conflicts::isConflict)))
                .thenReturn(true)
                .onErrorResume(AlreadyShipped.class, refused -> Mono.just(false))
                .doFinally(end -> orders.done(who))
                .contextWrite(context -> context.put(InTurn.WHO, who));
    }

    private List<OrderEvent> told(OrderId id, Class<?> type) {
        return events.told.stream()
                .filter(fact -> fact.order().id().equals(id))
                .filter(type::isInstance)
                .toList();
    }

    @TestConfiguration
    static class Gated {
        @Bean
        @Primary
        InTurn inTurn(@Qualifier("r2dbcOrders") Orders real) {
            return new InTurn(real);
        }
    }
}
