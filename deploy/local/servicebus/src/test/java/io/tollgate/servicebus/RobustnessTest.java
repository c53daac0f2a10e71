package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.journal.JournalOptions;
import io.tollgate.servicebus.message.Codec;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.qpid.protonj2.engine.OutgoingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Rejected;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.junit.jupiter.api.Test;

/** Clients that misbehave lose their own connection, and nobody else's. */
class RobustnessTest {

    private static final byte[] AMQP = {'A', 'M', 'Q', 'P', 0, 1, 0, 0};
    private static final byte[] SASL = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
    private static final long SEED = Long.getLong("servicebus.fuzz.seed", System.nanoTime());

    /** A client that was there before and goes on. */
    private record Bystander(ServiceBusSenderClient sender, ServiceBusReceiverClient receiver) {
        static Bystander of(TestBus bus) {
            Bystander bystander = new Bystander(bus.sender("other"), bus.receiver("other"));
            bystander.goesOn();
            return bystander;
        }

        void goesOn() {
            sender.sendMessage(message("still here"));
            var received = next(receiver);
            assertThat(received.getBody()).hasToString("still here");
            receiver.complete(received);
        }
    }

    private static TestBus bus(Limits limits) {
        return TestBus.with(
                Options.defaults().withAdminPort(0),
                JournalOptions.DEFAULTS,
                limits,
                "queues: [{name: jobs}, {name: other}]");
    }

    private static TestBus bus() {
        return bus(Limits.DEFAULTS);
    }

    private static boolean closedAfter(TestBus bus, byte[]... writes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", bus.server().port())) {
            socket.setSoTimeout(10_000);
            for (byte[] bytes : writes) {
                socket.getOutputStream().write(bytes);
            }
            while (socket.getInputStream().read() >= 0) {
                // whatever it has to say before it closes
            }
            return true;
        } catch (SocketException e) {
            return true;
        }
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
                            AMQP,
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
            socket.getOutputStream().write(random.nextBoolean() ? AMQP : SASL);
            socket.getOutputStream().write(frame);
            socket.getOutputStream().write(frame);
        } catch (SocketException e) {
            // closed already
        }
    }

    @Test
    void a_client_that_says_nothing_is_closed() throws Exception {
        Limits quick = new Limits(1 << 20, 1000, 5000, 300, 120_000, 4L << 20, 64L << 20);
        try (TestBus bus = bus(quick)) {
            assertThat(closedAfter(bus)).isTrue();
            assertThat(closedAfter(bus, AMQP)).isTrue();
        }
    }

    @Test
    void a_half_open_connection_is_closed() throws Exception {
        Limits quick = new Limits(1 << 20, 1000, 5000, 15_000, 1500, 4L << 20, 64L << 20);
        try (TestBus bus = bus(quick);
                RawClient client = new RawClient(bus.server().port())) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void one_connection_too_many_is_refused() throws Exception {
        Limits few = new Limits(1 << 20, 3, 5000, 15_000, 120_000, 4L << 20, 64L << 20);
        try (TestBus bus = bus(few);
                RawClient one = new RawClient(bus.server().port());
                RawClient two = new RawClient(bus.server().port());
                RawClient three = new RawClient(bus.server().port())) {
            assertThat(closedAfter(bus)).isTrue();
            assertThat(one.connection().isRemotelyClosed()
                            || two.connection().isRemotelyClosed()
                            || three.connection().isRemotelyClosed())
                    .isFalse();
        }
    }

    @Test
    void a_flood_of_links_ends_its_connection_with_a_reason() throws Exception {
        Limits few = new Limits(1 << 20, 1000, 50, 15_000, 120_000, 4L << 20, 64L << 20);
        try (TestBus bus = bus(few);
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Bystander bystander = Bystander.of(bus);
            for (int i = 0; i < 60; i++) {
                Sender sender = client.session().sender("s" + i);
                sender.setSource(new Source().setAddress("me")).setTarget(new Target().setAddress("jobs"));
                sender.open();
            }
            assertThat(client.isClosed()).isTrue();
            assertThat(client.connection().getRemoteCondition().getDescription())
                    .contains("50 links at most");
            bystander.goesOn();
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

    @Test
    void a_slow_reader_is_given_no_more_than_it_takes() throws Exception {
        try (TestBus bus = bus();
                RawClient slow = new RawClient(bus.server().port()).authorized()) {
            Bystander bystander = Bystander.of(bus);
            var sender = bus.sender("jobs");
            for (int i = 0; i < 100; i++) {
                sender.sendMessage(message("x".repeat(300_000)));
            }
            AtomicInteger received = new AtomicInteger();
            Receiver receiver = slow.session().receiver("slow");
            receiver.setSource(new Source().setAddress("jobs")).setTarget(new Target().setAddress("me"));
            receiver.deliveryReadHandler(delivery -> {
                if (!delivery.isPartial()) {
                    delivery.readAll();
                    received.incrementAndGet();
                }
            });
            receiver.open().addCredit(1000);
            TestBus.eventually(() -> locked(bus) > 0);
            bystander.goesOn();
            assertThat(locked(bus)).isLessThan(80);

            assertThat(slow.until(() -> received.get() == 100)).isTrue();
        }
    }

    private static int locked(TestBus bus) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + bus.server().adminPort() + "/metrics");
        String metrics = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        return Integer.parseInt(metrics.replaceAll("(?s).*entity=\"jobs\",state=\"locked\"} (\\d+).*", "$1"));
    }

    @Test
    void a_client_that_hangs_up_in_the_middle_of_everything_harms_nobody() throws Exception {
        try (TestBus bus = bus()) {
            Bystander bystander = Bystander.of(bus);
            for (int i = 0; i < 20; i++) {
                try (RawClient client = new RawClient(bus.server().port()).authorized()) {
                    Sender sender = client.sender("jobs");
                    client.send(
                            sender, Codec.current().encode(new org.apache.qpid.proton.amqp.messaging.AmqpValue("bye")));
                }
            }
            bystander.goesOn();
            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(100).stream().count() == 20);
        }
    }
}
