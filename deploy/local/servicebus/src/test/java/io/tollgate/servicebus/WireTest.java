package io.tollgate.servicebus;

import static io.tollgate.servicebus.RawNode.field;
import static io.tollgate.servicebus.RawNode.status;
import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.message.Batches;
import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.message.SentMessage;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.DescribedType;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.UnknownDescribedType;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.apache.qpid.protonj2.types.messaging.Modified;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.apache.qpid.protonj2.types.transport.SenderSettleMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of other languages do on the wire that Java's and npm's do not. */
class WireTest {

    private static RawClient client(TestBus bus) throws Exception {
        return new RawClient(bus.server().port()).authorized();
    }

    private static byte[] text(String text) {
        return Codec.current().encode(new AmqpValue(text));
    }

    private static SentMessage first(SentMessage answer) {
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) field(answer, "messages")).get(0);
        Binary encoded = (Binary) entry.get("message");
        return new SentMessage(encoded.asByteBuffer().array().clone());
    }

    @Test
    void every_performative_has_all_its_fields_for_pythons_client_finds_them_by_number() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessage(message("a"));
            Sender sender = client.sender("jobs");
            client.send(sender, text("b"));
            client.send(sender, new byte[] {1, 2, 3});
            List<IncomingDelivery> received = client.receive("jobs", 10);
            client.until(() -> received.size() == 2);
            sender.close();
            client.until(sender::isRemotelyClosed);
            client.session().close();
            client.connection().close();
            client.until(client.connection()::isRemotelyClosed);

            assertThat(Performatives.fewestFields(client.heard()))
                    .isEqualTo(Map.of(
                            "open",
                            10,
                            "begin",
                            8,
                            "attach",
                            14,
                            "flow",
                            11,
                            "transfer",
                            11,
                            "disposition",
                            6,
                            "detach",
                            3,
                            "end",
                            1,
                            "close",
                            1));
        }
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
    void a_session_filter_may_be_a_described_type_and_is_answered_as_one() throws Exception {
        try (TestBus bus = TestBus.with("queues: [{name: chats, requiresSession: true}]");
                RawClient client = client(bus)) {
            bus.sender("chats").sendMessage(message("hello").setSessionId("s-1"));
            Symbol name = Symbol.valueOf("com.microsoft:session-filter");
            Receiver receiver = client.session().receiver("go");
            Source source = new Source().setAddress("chats");
            source.setFilter(Map.of(name, new UnknownDescribedType(UnsignedLong.valueOf(0x13700000CL), null)));
            receiver.setSource(source).setTarget(new Target().setAddress("me"));
            receiver.open();

            assertThat(client.until(receiver::isRemotelyOpen)).isTrue();
            DescribedType answered =
                    (DescribedType) receiver.getRemoteSource().getFilter().get(name);
            assertThat(answered.getDescribed()).isEqualTo("s-1");
        }
    }

    @Test
    void one_disposition_settles_a_range() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b"), message("c"), message("d")));
            List<IncomingDelivery> received = client.receive("jobs", 3);
            client.until(() -> received.size() == 3);

            // role receiver, first 1 and last 3 (0 was the token's answer), settled, accepted
            client.write(new byte[] {
                0,
                0,
                0,
                24,
                2,
                0,
                0,
                0,
                0,
                0x53,
                0x15,
                (byte) 0xc0,
                11,
                5,
                0x41,
                0x52,
                1,
                0x52,
                3,
                0x41,
                0,
                0x53,
                0x24,
                0x45
            });
            TestBus.eventually(
                    () -> bodies(bus.receiver("jobs").peekMessages(5, 0L)).equals(List.of("d")));
        }
    }

    @Test
    void a_drained_link_gives_what_there_is_and_its_credit_back() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b")));
            List<IncomingDelivery> received = client.receive("jobs", 5);
            client.until(() -> received.size() == 2);
            Receiver receiver = received.get(0).getLink();

            receiver.drain();

            assertThat(client.until(() -> receiver.getCredit() == 0 && !receiver.isDraining()))
                    .isTrue();
            assertThat(received).hasSize(2);
        }
    }

    @Test
    void a_detached_link_is_detached_and_a_closed_one_closed() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            Sender detached = client.sender("jobs");
            detached.detach();
            assertThat(client.until(detached::isRemotelyDetached)).isTrue();
            assertThat(detached.isRemotelyClosed()).isFalse();

            Receiver closed = client.session().receiver("r");
            closed.setSource(new Source().setAddress("jobs")).setTarget(new Target().setAddress("me"));
            closed.open();
            client.until(closed::isRemotelyOpen);
            closed.close();
            assertThat(client.until(closed::isRemotelyClosed)).isTrue();
        }
    }

    @Test
    void a_message_may_be_sent_settled_and_its_sending_given_up_halfway() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            Sender sender = client.session().sender("fire and forget");
            sender.setSource(new Source().setAddress("me")).setTarget(new Target().setAddress("jobs"));
            sender.setSenderSettleMode(SenderSettleMode.SETTLED).open();
            client.until(sender::isSendable);
            sender.next()
                    .setTag(new byte[] {1})
                    .streamBytes(RawNode.buffer(text("never")))
                    .abort();
            sender.next().setTag(new byte[] {2}).disposition(null, true).writeBytes(RawNode.buffer(text("kept")));

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5).stream().count() == 1);
        }
    }

    @Test
    void an_abandoned_message_may_say_that_its_delivery_failed() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            bus.sender("jobs").sendMessage(message("a"));
            List<IncomingDelivery> received = client.receive("jobs", 2);
            client.until(() -> received.size() == 1);
            received.get(0).disposition(new Modified(true, false), true);

            assertThat(client.until(() -> received.size() == 2)).isTrue();
            assertThat(new SentMessage(RawNode.bytes(received.get(1)))
                            .header()
                            .getDeliveryCount()
                            .intValue())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "/jobs", "JOBS", "amqp://localhost:5672/jobs", "sb://localhost/jobs", "jobs/"})
    void an_entity_is_found_under_every_way_of_writing_its_address(String address) throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            client.send(client.sender(address), text("a"));

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5).stream().count() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSSBCBS", "ANONYMOUS", "EXTERNAL"})
    void every_mechanism_lets_in_who_shows_a_token_after(String mechanism) throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = RawClient.with(bus.server().port(), mechanism, null, null)
                        .authorized()) {
            client.send(client.sender("jobs"), text("a"));

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5).stream().count() == 1);
        }
    }

    @Test
    void a_keys_name_and_the_key_are_as_good_as_a_token() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient known =
                        RawClient.with(bus.server().port(), "PLAIN", Options.ROOT_KEY_NAME, Options.DEVELOPMENT_KEY);
                RawClient unknown = RawClient.with(bus.server().port(), "PLAIN", Options.ROOT_KEY_NAME, "guessed")) {
            known.send(known.sender("jobs"), text("a"));

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5).stream().count() == 1);
            assertThat(unknown.isOpen()).isFalse();
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

    @Test
    void a_batch_above_the_limit_is_refused_whole() throws Exception {
        Data part = new Data(new Binary(Codec.current().encode(new Data(new Binary(new byte[400_000])))));
        try (TestBus bus = TestBus.withQueue();
                RawClient client = client(bus)) {
            Sender sender = client.sender("jobs");
            sender.next()
                    .setTag(new byte[] {1})
                    .setMessageFormat(Batches.FORMAT)
                    .writeBytes(RawNode.buffer(Codec.current().encode(part, part, part)));

            assertThat(client.until(sender::isRemotelyClosed)).isTrue();
            assertThat(sender.getRemoteCondition().getCondition()).hasToString("amqp:link:message-size-exceeded");
            assertThat(bus.receiver("jobs").peekMessage()).isNull();
        }
    }
}
