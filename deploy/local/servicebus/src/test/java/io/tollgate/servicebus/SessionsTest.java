package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.eventually;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSessionReceiverClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final String TOPOLOGY = "queues: [{name: chats, requiresSession: true, lockDuration: PT5M}]";

    private static ServiceBusMessage in(String session, String body) {
        return message(body).setSessionId(session);
    }

    @Test
    void a_named_session_gives_its_own_messages_in_order() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessages(List.of(in("a", "a1"), in("b", "b1"), in("a", "a2"), in("b", "b2")));
            var session = bus.keep(bus.sessions("chats").acceptSession("b"));

            assertThat(session.getSessionId()).isEqualTo("b");
            assertThat(bodies(next(session, 2))).containsExactly("b1", "b2");
            assertThat(nothing(session)).isTrue();
        }
    }

    @Test
    void the_next_session_is_one_that_nobody_holds() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessages(List.of(in("a", "a1"), in("b", "b1")));
            var first = bus.keep(bus.sessions("chats").acceptNextSession());
            var second = bus.keep(bus.sessions("chats").acceptNextSession());

            assertThat(List.of(first.getSessionId(), second.getSessionId())).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void waiting_for_a_session_ends_when_one_gets_a_message() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            var client = bus.sessions("chats");
            var waiting = CompletableFuture.supplyAsync(client::acceptNextSession);
            eventually(() -> !waiting.isDone());
            bus.sender("chats").sendMessage(in("late", "hello"));

            var session = bus.keep(waiting.get(TestBus.SOON.toSeconds(), TimeUnit.SECONDS));
            assertThat(session.getSessionId()).isEqualTo("late");
            assertThat(next(session).getBody()).hasToString("hello");
        }
    }

    @Test
    void a_held_session_cannot_be_had_by_another() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessage(in("a", "a1"));
            bus.keep(bus.sessions("chats").acceptSession("a"));
            var other = bus.sessions("chats");

            assertThatThrownBy(() -> other.acceptSession("a"))
                    .isInstanceOfSatisfying(AmqpException.class, e -> assertThat(e.getErrorCondition())
                            .isEqualTo(AmqpErrorCondition.SESSION_CANNOT_BE_LOCKED));
        }
    }

    @Test
    void a_closed_session_is_free_at_once_and_nothing_is_counted() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessage(in("a", "a1"));
            ServiceBusReceiverClient first = bus.sessions("chats").acceptSession("a");
            next(first);
            first.close();

            var second = bus.keep(bus.sessions("chats").acceptSession("a"));
            assertThat(next(second).getDeliveryCount()).isZero();
        }
    }

    @Test
    void an_abandoned_message_comes_back_before_its_followers() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessages(List.of(in("a", "1"), in("a", "2")));
            var session = bus.keep(bus.sessions("chats").acceptSession("a"));

            session.abandon(next(session));

            assertThat(bodies(next(session, 2))).containsExactly("1", "2");
        }
    }

    @Test
    void session_state_is_kept_and_cleared() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            ServiceBusReceiverClient first = bus.sessions("chats").acceptSession("a");
            assertThat(first.getSessionState()).isNull();
            first.setSessionState("step 2".getBytes());
            first.close();

            var second = bus.keep(bus.sessions("chats").acceptSession("a"));
            assertThat(second.getSessionState()).asString().isEqualTo("step 2");
            second.setSessionState(null);
            assertThat(second.getSessionState()).isNull();
        }
    }

    @Test
    void a_renewed_session_lasts_longer_and_a_lost_one_is_lost() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY.replace("PT5M", "PT4S"))) {
            bus.sender("chats").sendMessage(in("a", "a1"));
            var client = bus.keep(bus.client()
                    .sessionReceiver()
                    .queueName("chats")
                    .maxAutoLockRenewDuration(Duration.ZERO)
                    .disableAutoComplete()
                    .buildClient());
            var session = bus.keep(client.acceptSession("a"));
            OffsetDateTime first = OffsetDateTime.now().plusSeconds(4);
            var held = next(session);
            OffsetDateTime renewed = session.renewSessionLock();
            assertThat(renewed).isAfterOrEqualTo(first.minusSeconds(1));
            eventually(() -> OffsetDateTime.now().isAfter(renewed.plusNanos(300_000_000)));

            assertThatThrownBy(() -> session.complete(held)).isInstanceOf(ServiceBusException.class);
            var other = bus.keep(bus.sessions("chats").acceptSession("a"));
            assertThat(next(other).getDeliveryCount()).isEqualTo(1);
        }
    }

    @Test
    void a_message_without_a_session_id_is_refused() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            var sender = bus.sender("chats");

            assertThatThrownBy(() -> sender.sendMessage(message("a"))).hasMessageContaining("SessionId was not set");
        }
    }

    @Test
    void a_receiver_without_sessions_is_refused_where_they_are_required_and_the_reverse() throws Exception {
        try (TestBus bus = TestBus.with("queues: [{name: chats, requiresSession: true}, {name: jobs}]")) {
            var plain = bus.receiver("chats");
            var sessions = bus.sessions("jobs");

            assertThatThrownBy(() -> next(plain)).hasStackTraceContaining("non-sessionful");
            assertThatThrownBy(() -> sessions.acceptSession("a")).hasMessageContaining("has no sessions");
        }
    }

    @Test
    void a_subscription_may_require_sessions() throws Exception {
        try (TestBus bus = TestBus.with(
                "topics: [{name: news, subscriptions: [{name: s, requiresSession: true}, {name: plain}]}]")) {
            bus.topicSender("news").sendMessages(List.of(in("a", "a1"), message("no session")));
            var client = bus.keep(bus.client()
                    .sessionReceiver()
                    .topicName("news")
                    .subscriptionName("s")
                    .buildClient());

            assertThat(next(bus.keep(client.acceptSession("a"))).getBody()).hasToString("a1");
            assertThat(bodies(next(bus.subscriber("news", "plain"), 2))).containsExactly("a1", "no session");
            var dead = bus.deadLetters("news/subscriptions/s");
            assertThat(next(dead).getDeadLetterReason()).isEqualTo("Session ID is null.");
        }
    }

    @Test
    void a_processor_works_many_sessions_at_once_each_in_order() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            List<ServiceBusMessage> messages = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                messages.add(in("s" + i % 4, Integer.toString(i)));
            }
            bus.sender("chats").sendMessages(messages);
            Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
            var processor = bus.keep(bus.client()
                    .sessionProcessor()
                    .queueName("chats")
                    .maxConcurrentSessions(4)
                    .processMessage(context -> seen.computeIfAbsent(
                                    context.getMessage().getSessionId(),
                                    id -> Collections.synchronizedList(new ArrayList<>()))
                            .add(Integer.parseInt(context.getMessage().getBody().toString())))
                    .processError(error -> {})
                    .buildProcessorClient());
            processor.start();

            eventually(() -> seen.values().stream().mapToInt(List::size).sum() == 40);

            assertThat(seen).hasSize(4);
            seen.values().forEach(numbers -> assertThat(numbers).isSorted().hasSize(10));
        }
    }

    @Test
    void a_session_is_peeked_deferred_and_received_by_number_on_its_own() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessages(List.of(in("a", "a1"), in("b", "b1"), in("a", "a2")));
            var session = bus.keep(bus.sessions("chats").acceptSession("a"));
            assertThat(bodies(session.peekMessages(5))).containsExactly("a1", "a2");
            var first = next(session);
            session.defer(first);

            var deferred = session.receiveDeferredMessage(first.getSequenceNumber());

            assertThat(deferred.getBody()).hasToString("a1");
            session.complete(deferred);
            assertThat(bodies(session.peekMessages(5, 0L))).containsExactly("a2");
        }
    }

    @Test
    void a_session_is_free_when_its_holders_connection_is_cut() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("chats").sendMessage(in("a", "a1"));
            try (RawClient holder = new RawClient(bus.server().port()).authorized()) {
                holder.receive(
                        new Source()
                                .setAddress("chats")
                                .setFilter(Map.of(Symbol.valueOf("com.microsoft:session-filter"), "a")),
                        1);
                var other = bus.sessions("chats");
                eventually(() -> isHeld(other));
            }
            assertThat(next(bus.keep(bus.sessions("chats").acceptSession("a"))).getDeliveryCount())
                    .isZero();
        }
    }

    private static boolean isHeld(ServiceBusSessionReceiverClient client) {
        try {
            client.acceptSession("a").close();
            return false;
        } catch (AmqpException e) {
            return true;
        }
    }
}
