package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.message.Codec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.junit.jupiter.api.Test;

/** Who takes too much, too slowly or without end is given no more than there is, and loses its own connection alone. */
class FloodTest {

    @Test
    void a_client_that_says_nothing_is_closed() throws Exception {
        Limits quick = new Limits(1 << 20, 1000, 5000, 300, 120_000, 4L << 20, 64L << 20);
        try (TestBus bus = Bystander.bus(quick)) {
            assertThat(RawClient.closedAfter(bus.server().port())).isTrue();
            assertThat(RawClient.closedAfter(bus.server().port(), RawClient.AMQP))
                    .isTrue();
        }
    }

    @Test
    void a_half_open_connection_is_closed() throws Exception {
        Limits quick = new Limits(1 << 20, 1000, 5000, 15_000, 1500, 4L << 20, 64L << 20);
        try (TestBus bus = Bystander.bus(quick);
                RawClient client = new RawClient(bus.server().port())) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void one_connection_too_many_is_refused() throws Exception {
        Limits few = new Limits(1 << 20, 3, 5000, 15_000, 120_000, 4L << 20, 64L << 20);
        try (TestBus bus = Bystander.bus(few);
                RawClient one = new RawClient(bus.server().port());
                RawClient two = new RawClient(bus.server().port());
                RawClient three = new RawClient(bus.server().port())) {
            assertThat(RawClient.closedAfter(bus.server().port())).isTrue();
            assertThat(one.connection().isRemotelyClosed()
                            || two.connection().isRemotelyClosed()
                            || three.connection().isRemotelyClosed())
                    .isFalse();
        }
    }

    @Test
    void a_flood_of_links_ends_its_connection_with_a_reason() throws Exception {
        Limits few = new Limits(1 << 20, 1000, 50, 15_000, 120_000, 4L << 20, 64L << 20);
        try (TestBus bus = Bystander.bus(few);
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
    void a_slow_reader_is_given_no_more_than_it_takes() throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS);
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
        return AdminTest.metric(bus, "servicebus_messages{entity=\"jobs\",state=\"locked\"}");
    }

    @Test
    void a_client_that_hangs_up_in_the_middle_of_everything_harms_nobody() throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS)) {
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

    @Test
    void a_sender_that_ignores_its_credit_is_closed() throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS);
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Bystander bystander = Bystander.of(bus);
            client.sender("jobs");
            // handle 1 is the link's (0 asks for tokens, on its own link); 1,500 unread transfers on 1,000 credits
            ByteBuffer flood = ByteBuffer.allocate(1500 * 33);
            for (int i = 1; i <= 1500; i++) {
                flood.putInt(33).putInt(0x02000000).put(new byte[] {0, 0x53, 0x14, (byte) 0xc0, 15, 4, 0x52, 2, 0x70});
                flood.putInt(i).put(new byte[] {(byte) 0xa0, 2, (byte) (i >> 8), (byte) i, 0x43, 0, 0x53, 0x77, 0x45});
            }
            client.write(Arrays.copyOf(flood.array(), flood.position()));

            assertThat(client.isClosed()).isTrue();
            bystander.goesOn();
        }
    }

    @Test
    void a_receiver_may_grant_all_the_credit_there_is_and_settle_nothing() throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS);
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            var sender = bus.sender("jobs");
            for (int i = 0; i < 10; i++) {
                sender.sendMessages(Collections.nCopies(500, message("x")));
            }
            List<IncomingDelivery> received = client.receive("jobs", Integer.MAX_VALUE);

            assertThat(client.until(() -> received.size() == 5000)).isTrue();
            Bystander.of(bus).goesOn();
        }
    }

    @Test
    void a_frame_limit_without_limit_gets_frames_of_the_buss_own_limit() throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS);
                RawClient client = RawClient.takingFramesOf(bus.server().port(), Integer.MAX_VALUE)
                        .authorized()) {
            bus.sender("jobs").sendMessage(message("x".repeat(900_000)));
            List<IncomingDelivery> received = client.receive("jobs", 1);

            assertThat(client.until(() -> received.size() == 1)).isTrue();
            assertThat(received.get(0).available()).isGreaterThan(900_000);
        }
    }

    @Test
    void more_sessions_than_a_connection_has_end_it() throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS);
                RawClient client = new RawClient(bus.server().port())) {
            Bystander bystander = Bystander.of(bus);
            ByteBuffer flood = ByteBuffer.allocate(6000 * 20);
            for (int channel = 1; channel < 6000; channel++) {
                flood.putInt(20).putShort((short) 0x0200).putShort((short) channel);
                flood.put(new byte[] {0, 0x53, 0x11, (byte) 0xc0, 7, 4, 0x40, 0x43, 0x52, 9, 0x52, 9});
            }

            assertThat(RawClient.closedAfter(bus.server().port(), client.said(), flood.array()))
                    .isTrue();
            bystander.goesOn();
        }
    }
}
