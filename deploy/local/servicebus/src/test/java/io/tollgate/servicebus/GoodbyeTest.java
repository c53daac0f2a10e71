package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.message.Codec;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Accepted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client asks for something and goes in the same breath: it is done, nobody is told, and nobody else notices. */
class GoodbyeTest {
    private enum Goodbye {
        CLOSE(client -> client.connection().close()),
        END(client -> client.session().close());

        private final Consumer<RawClient> words;

        Goodbye(Consumer<RawClient> words) {
            this.words = words;
        }

        void by(RawClient client) {
            words.accept(client);
        }
    }

    private interface Visit {
        void of(RawClient client, TestBus bus) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void what_was_sent_is_there(Goodbye goodbye) throws Exception {
        unnoticed((client, bus) -> {
            Sender sender = client.sender("jobs");

            client.atOnce(() -> {
                client.send(sender, text("a"));
                client.send(sender, text("b"));
                goodbye.by(client);
            });

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5, 0L).stream().count() == 2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_was_completed_is_gone(Goodbye goodbye) throws Exception {
        unnoticed((client, bus) -> {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b")));
            List<IncomingDelivery> received = client.receive("jobs", 1);
            client.until(() -> received.size() == 1);

            client.atOnce(() -> {
                received.get(0).disposition(Accepted.getInstance());
                goodbye.by(client);
            });

            TestBus.eventually(
                    () -> bodies(bus.receiver("jobs").peekMessages(5, 0L)).equals(List.of("b")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void who_asks_a_node_and_goes_harms_nobody(Goodbye goodbye) throws Exception {
        unnoticed((client, bus) -> {
            RawNode node = client.node("jobs/$management");

            client.atOnce(() -> {
                node.say("com.microsoft:peek-message", Map.of("from-sequence-number", 0L, "message-count", 1));
                goodbye.by(client);
            });

            assertThat(client.until(() -> client.connection().isRemotelyClosed()
                            || client.session().isRemotelyClosed()))
                    .isTrue();
        });
    }

    private static void unnoticed(Visit visit) throws Exception {
        try (TestBus bus = Bystander.bus(Limits.DEFAULTS);
                RawClient client = new RawClient(bus.server().port()).authorized()) {
            Bystander bystander = Bystander.of(bus);
            visit.of(client, bus);
            bystander.goesOn();
        }
    }

    private static byte[] text(String text) {
        return Codec.current().encode(new AmqpValue(text));
    }
}
