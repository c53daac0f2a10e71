package io.tollgate.servicebus;

import static io.tollgate.servicebus.RawNode.field;
import static io.tollgate.servicebus.RawNode.status;
import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.message.SentMessage;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.junit.jupiter.api.Test;

/** Requests to the management nodes, as clients of other languages make them. */
class WireRequestsTest {
    private static RawClient client(TestBus bus) throws Exception {
        return new RawClient(bus.server().port()).authorized();
    }

    private static SentMessage first(SentMessage answer) {
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) field(answer, "messages")).get(0);
        Binary encoded = (Binary) entry.get("message");
        return new SentMessage(encoded.asByteBuffer().array().clone());
    }

    @Test
    void an_answer_without_a_reply_address_comes_on_the_link_from_the_same_node() throws Exception {
        try (TestBus bus = TestBus.with("queues: [{name: jobs}, {name: other}]");
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessage(message("a"));
            RawNode jobs = client.node("jobs/$management");
            client.node("other/$management");
            Map<String, Object> peek = Map.of("from-sequence-number", 0L, "message-count", 1);

            SentMessage answer = jobs.ask("com.microsoft:peek-message", peek, null, null);

            assertThat(status(answer)).isEqualTo(200);
        }
    }

    @Test
    void a_deferred_message_carries_its_lock_token_with_it() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            receiver.defer(next(receiver));
            RawNode node = client.node("jobs/$management");

            SentMessage deferred = first(node.ask(
                    "com.microsoft:receive-by-sequence-number",
                    Map.of("sequence-numbers", new Long[] {1L}, "receiver-settle-mode", 1)));

            UUID token = (UUID) deferred.deliveryAnnotations().get("x-opt-lock-token");
            SentMessage renewed = node.ask("com.microsoft:renew-lock", Map.of("lock-tokens", new UUID[] {token}));
            assertThat((Date[]) field(renewed, "expirations")).hasSize(1);
            Map<String, Object> completed =
                    Map.of("disposition-status", "completed", "lock-tokens", new UUID[] {token});
            assertThat(status(node.ask("com.microsoft:update-disposition", completed)))
                    .isEqualTo(200);
            assertThat(status(node.ask("com.microsoft:update-disposition", completed)))
                    .isEqualTo(410);
        }
    }

    @Test
    void a_refused_operation_names_its_condition_under_both_spellings() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            RawNode node = client.node("jobs/$management");
            SentMessage answer =
                    node.ask("com.microsoft:renew-lock", Map.of("lock-tokens", new UUID[] {new UUID(1, 2)}));

            assertThat(answer.applicationProperties().get("errorCondition"))
                    .hasToString("com.microsoft:message-lock-lost");
            assertThat(answer.applicationProperties().get("error-condition"))
                    .hasToString("com.microsoft:message-lock-lost");
            assertThat(status(node.ask("com.microsoft:renew-lock", "no map"))).isEqualTo(400);
            assertThat(status(node.ask("com.microsoft:juggle", Map.of()))).isEqualTo(400);
        }
    }

    @Test
    void sessions_are_enumerated_page_by_page() throws Exception {
        try (TestBus bus = TestBus.with("queues: [{name: chats, requiresSession: true}]");
                RawClient client = client(bus)) {
            RawNode node = client.node("chats/$management");
            assertThat(status(node.ask("com.microsoft:get-message-sessions", page(0, Long.MAX_VALUE))))
                    .isEqualTo(204);
            for (String session : List.of("a", "b", "c")) {
                bus.sender("chats").sendMessage(message(session).setSessionId(session));
            }

            SentMessage all = node.ask("com.microsoft:get-message-sessions", page(0, Long.MAX_VALUE));
            SentMessage rest = node.ask("com.microsoft:get-message-sessions", page(2, 0));

            assertThat((Object[]) field(all, "sessions-ids")).containsExactly("a", "b");
            assertThat(field(all, "skip")).isEqualTo(2);
            assertThat((Object[]) field(rest, "sessions-ids")).containsExactly("c");
            assertThat(status(node.ask("com.microsoft:get-message-sessions", page(3, 0))))
                    .isEqualTo(204);
        }
    }

    private static Map<String, Object> page(int skip, long updatedAfter) {
        return Map.of("skip", skip, "top", 2, "last-updated-time", new Date(updatedAfter));
    }

    @Test
    void messages_are_deleted_in_bulk_up_to_a_number_and_a_time() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b"), message("c")));
            RawNode node = client.node("jobs/$management");

            SentMessage two = node.ask(
                    "com.microsoft:batch-delete-messages",
                    Map.of("message-count", 2, "enqueued-time-utc", new Date(Long.MAX_VALUE)));
            SentMessage none = node.ask(
                    "com.microsoft:batch-delete-messages",
                    Map.of("message-count", 2, "enqueued-time-utc", new Date(1)));

            assertThat(field(two, "message-count")).isEqualTo(2);
            assertThat(field(none, "message-count")).isEqualTo(0);
            assertThat(bodies(bus.receiver("jobs").peekMessages(5))).containsExactly("c");
        }
    }

    @Test
    void answers_keep_the_type_of_their_question() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            List<Object> ids = new ArrayList<>(List.of("text", new UUID(1, 2)));
            ids.add(org.apache.qpid.proton.amqp.UnsignedLong.valueOf(7));
            for (Object id : ids) {
                SentMessage answer = client.node("jobs/$management").askAs(id, "com.microsoft:juggle", Map.of());
                assertThat(answer.properties().getCorrelationId()).isEqualTo(id);
            }
        }
    }
}
