package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.message.Codec;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.OutgoingDelivery;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Accepted;
import org.apache.qpid.protonj2.types.messaging.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that break the protocol end their own connection, with a reason, and nobody else's. */
class MalformedTest {

    private static final byte[] SASL = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
    private static final long SEED = Long.getLong("servicebus.fuzz.seed", System.nanoTime());

    private static TestBus bus() {
        return Bystander.bus(Limits.DEFAULTS);
    }

    private static boolean closedAfter(TestBus bus, byte[]... writes) throws IOException {
        return RawClient.closedAfter(bus.server().port(), writes);
    }

    @Test
    void what_is_not_amqp_is_closed() throws Exception {
        try (TestBus bus = bus()) {
            Bystander bystander = Bystander.of(bus);

            assertThat(closedAfter(bus, "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                    .isTrue();
            bystander.goesOn();
        }
    }

    @Test
    void an_oversize_frame_is_closed_before_it_is_read() throws Exception {
        try (TestBus bus = bus()) {
            Bystander bystander = Bystander.of(bus);

            assertThat(closedAfter(
                            bus,
                            RawClient.AMQP,
                            ByteBuffer.allocate(8)
                                    .putInt(0x7fffffff)
                                    .putInt(0x02000000)
                                    .array()))
                    .isTrue();
            assertThat(closedAfter(
                            bus,
                            SASL,
                            ByteBuffer.allocate(8)
                                    .putInt(100_000)
                                    .putInt(0x02010000)
                                    .array()))
                    .isTrue();
            bystander.goesOn();
        }
    }

    @Test
    void random_frames_end_their_own_connection_alone() throws Exception {
        Random random = new Random(SEED);
        try (TestBus bus = bus()) {
            Bystander bystander = Bystander.of(bus);
            for (int i = 0; i < 200; i++) {
                fuzz(bus, random);
            }
            bystander.goesOn();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dservicebus.fuzz.seed=" + SEED, e);
        }
    }

    private static void fuzz(TestBus bus, Random random) throws IOException {
        byte[] body = new byte[random.nextInt(200)];
        random.nextBytes(body);
        byte[] frame = ByteBuffer.allocate(body.length + 8)
                .putInt(body.length + 8)
                .put((byte) 2)
                .put((byte) random.nextInt(2))
                .putShort((short) random.nextInt(3))
                .put(body)
                .array();
        if (body.length > 3) {
            // a performative's descriptor, so that more than the first check is tried
            frame[8] = 0;
            frame[9] = 0x53;
            frame[10] = (byte) (0x10 + random.nextInt(9));
        }
        try (Socket socket = new Socket("127.0.0.1", bus.server().port())) {
            socket.getOutputStream().write(random.nextBoolean() ? RawClient.AMQP : SASL);
            socket.getOutputStream().write(frame);
            socket.getOutputStream().write(frame);
        } catch (SocketException e) {
            // closed already
        }
    }

    @Test
    void a_malformed_message_is_rejected_and_its_connection_goes_on() throws Exception {
        try (TestBus bus = bus();
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Sender sender = client.sender("jobs");
            OutgoingDelivery[] settled = {null};
            sender.deliveryStateUpdatedHandler(delivery -> settled[0] = delivery);
            for (byte[] bytes :
                    new byte[][] {{1, 2, 3}, {0, 0x53, 0x75, (byte) 0xb0, 127, 0, 0, 0}, {0, 0x53, 0x73, 0x42}}) {
                settled[0] = null;
                client.send(sender, bytes);
                assertThat(client.until(() -> settled[0] != null)).isTrue();
                assertThat(settled[0].getRemoteState()).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                                rejected.getError().getCondition().toString())
                        .isEqualTo("amqp:decode-error"));
            }
        }
    }

    /** Everything a client says in a short life, changed here and there. */
    @Test
    void a_conversation_with_some_bytes_changed_ends_its_own_connection_alone() throws Exception {
        Random random = new Random(SEED);
        try (TestBus bus = bus()) {
            Bystander bystander = Bystander.of(bus);
            byte[] conversation = conversation(bus);
            for (int i = 0; i < 1000; i++) {
                say(bus, mutated(conversation, random));
            }
            bystander.goesOn();
            TestBus.within(60, () -> connections(bus) <= 3);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dservicebus.fuzz.seed=" + SEED, e);
        }
    }

    private static byte[] conversation(TestBus bus) throws Exception {
        try (RawClient client = new RawClient(bus.server().port()).authorized()) {
            Sender sender = client.sender("jobs");
            client.send(sender, Codec.current().encode(new AmqpValue("a")));
            List<IncomingDelivery> received = client.receive("jobs", 10);
            client.until(() -> !received.isEmpty());
            received.get(0).disposition(Accepted.getInstance(), true);
            client.node("jobs/$management")
                    .ask("com.microsoft:peek-message", Map.of("from-sequence-number", 0L, "message-count", 1));
            sender.close();
            return client.said();
        }
    }

    private static byte[] mutated(byte[] conversation, Random random) {
        byte[] mutated = Arrays.copyOf(conversation, conversation.length - random.nextInt(4) * random.nextInt(100));
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            mutated[8 + random.nextInt(mutated.length - 8)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private static void say(TestBus bus, byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", bus.server().port())) {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            // closed already
        }
    }

    private static int connections(TestBus bus) throws Exception {
        return AdminTest.metric(bus, "servicebus_connections ");
    }

    @ParameterizedTest
    @CsvSource({
        // what is sent on which channel after open and begin on channel 0, and what it is called
        "5, 12, an attach on a channel without a session",
        "0, 14, a transfer on no link",
        "0, 16, a detach of no link",
        "7, 17, an end of no session",
        "0, 10, a second open",
        "0, 11, a second begin on a channel",
        "0, 1f, no performative at all",
    })
    void what_comes_out_of_order_ends_its_connection_with_a_reason(int channel, String performative, String what)
            throws Exception {
        try (TestBus bus = bus();
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Bystander bystander = Bystander.of(bus);

            client.write(frame(channel, Integer.parseInt(performative, 16)));

            assertThat(client.isClosed()).as(what).isTrue();
            assertThat(client.connection().getRemoteCondition()).as(what).isNotNull();
            bystander.goesOn();
        }
    }

    /** A performative with plausible fields: a name or container, and handle 9 or so. */
    private static byte[] frame(int channel, int performative) {
        byte[] fields =
                switch (performative) {
                    case 0x10 -> new byte[] {1, (byte) 0xa1, 1, 'c'};
                    case 0x11 -> new byte[] {4, 0x40, 0x43, 0x52, 9, 0x52, 9};
                    case 0x12 -> new byte[] {3, (byte) 0xa1, 1, 'l', 0x52, 9, 0x41};
                    case 0x14 -> new byte[] {3, 0x52, 99, 0x43, (byte) 0xa0, 1, 1};
                    case 0x16 -> new byte[] {1, 0x52, 99};
                    default -> new byte[] {0};
                };
        return ByteBuffer.allocate(13 + fields.length)
                .putInt(13 + fields.length)
                .put((byte) 2)
                .put((byte) 0)
                .putShort((short) channel)
                .put(new byte[] {0, 0x53, (byte) performative, (byte) 0xc0, (byte) fields.length})
                .put(fields)
                .array();
    }

    @Test
    void a_message_nested_without_end_is_rejected_and_the_bus_goes_on() throws Exception {
        byte[] descriptors = new byte[500_000];
        descriptors[1] = 0x53;
        descriptors[2] = 0x77;
        byte[] lists = new byte[900_000];
        lists[1] = 0x53;
        lists[2] = 0x74;
        for (int i = 3; i + 9 <= lists.length; i += 9) {
            ByteBuffer.wrap(lists, i, 9)
                    .put((byte) 0xd0)
                    .putInt(lists.length - i - 5)
                    .putInt(1);
        }
        lists[lists.length - 1] = 0x40;
        try (TestBus bus = bus();
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Bystander bystander = Bystander.of(bus);
            Sender sender = client.sender("jobs");
            for (byte[] nested : new byte[][] {descriptors, lists}) {
                OutgoingDelivery[] settled = {null};
                sender.deliveryStateUpdatedHandler(delivery -> settled[0] = delivery);
                client.send(sender, nested);
                assertThat(client.until(() -> settled[0] != null)).isTrue();
                assertThat(settled[0].getRemoteState()).isInstanceOf(Rejected.class);
            }
            bystander.goesOn();
        }
    }

    @Test
    void properties_that_cannot_be_read_are_refused_before_they_are_kept() throws Exception {
        byte[] properties = {0, 0x53, 0x74, (byte) 0xc1, 3, 2, 0x45, 0x45, 0, 0x53, 0x77, 0x45};
        byte[] endless = {0, 0x53, 0x74, (byte) 0xf0, 0, 0, 0, 6, 127, -1, -1, -1, 0x56, 0x41, 0, 0x53, 0x77, 0x45};
        try (TestBus bus = bus();
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Sender sender = client.sender("jobs");
            for (byte[] malformed : new byte[][] {properties, endless}) {
                OutgoingDelivery[] settled = {null};
                sender.deliveryStateUpdatedHandler(delivery -> settled[0] = delivery);
                client.send(sender, malformed);
                assertThat(client.until(() -> settled[0] != null)).isTrue();
                assertThat(settled[0].getRemoteState()).isInstanceOf(Rejected.class);
            }
            assertThat(bus.receiver("jobs").peekMessage()).isNull();
        }
    }
}
