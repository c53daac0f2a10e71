package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.message.Batches;
import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.message.SentMessage;
import java.util.List;
import java.util.Map;
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
