package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.tollgate.servicebus.message.Codec;
import java.time.OffsetDateTime;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static TestBus bus() {
        return TestBus.with(
                "queues:",
                "  - name: jobs",
                "    authorizationRules:",
                "      - {name: writer, rights: [Send]}",
                "      - {name: reader, rights: [Listen], key: a-key-of-its-own}",
                "  - name: other",
                "authorizationRules:",
                "  - {name: everywhere, rights: [Listen]}",
                "  - {name: boss, rights: [Manage]}");
    }

    private static ServiceBusSenderClient sender(TestBus bus, String connection, String queue) {
        return bus.keep(bus.client(connection).sender().queueName(queue).buildClient());
    }

    private static ServiceBusReceiverClient receiver(TestBus bus, String connection, String queue) {
        return bus.keep(bus.client(connection).receiver().queueName(queue).buildClient());
    }

    @Test
    void a_wrong_key_is_refused_with_the_sdks_error() throws Exception {
        try (TestBus bus = bus()) {
            String wrong = bus.server().connectionString().replace(Options.DEVELOPMENT_KEY, "guessed");
            var sender = sender(bus, wrong, "jobs");

            assertThatThrownBy(() -> sender.sendMessage(message("a")))
                    .isInstanceOfSatisfying(ServiceBusException.class, e -> assertThat(e.getReason())
                            .isEqualTo(ServiceBusFailureReason.UNAUTHORIZED));
        }
    }

    @Test
    void a_key_may_do_what_its_rights_say_and_no_more() throws Exception {
        try (TestBus bus = bus()) {
            String writer = bus.server().connectionString("jobs", "writer");
            String reader = bus.server().connectionString("jobs", "reader");
            assertThat(reader).contains("SharedAccessKey=a-key-of-its-own;");
            sender(bus, writer, "jobs").sendMessage(message("a"));
            assertThat(next(receiver(bus, reader, "jobs")).getBody()).hasToString("a");

            var unread = receiver(bus, writer, "jobs");
            var unsent = sender(bus, reader, "jobs");
            assertThatThrownBy(() -> next(unread)).hasStackTraceContaining("'Listen' claim(s) are required");
            assertThatThrownBy(() -> unsent.sendMessage(message("b"))).hasMessageContaining("'Send' claim(s)");
        }
    }

    @Test
    void an_entitys_key_is_good_for_that_entity_alone() throws Exception {
        try (TestBus bus = bus()) {
            var sender = sender(bus, bus.server().connectionString("jobs", "writer"), "other");

            assertThatThrownBy(() -> sender.sendMessage(message("a")))
                    .isInstanceOfSatisfying(ServiceBusException.class, e -> assertThat(e.getReason())
                            .isEqualTo(ServiceBusFailureReason.UNAUTHORIZED));
        }
    }

    @Test
    void a_namespaces_key_is_good_for_every_entity_and_manage_implies_the_rest() throws Exception {
        try (TestBus bus = bus()) {
            sender(bus, bus.server().connectionString("", "boss"), "other").sendMessage(message("a"));

            var receiver = receiver(bus, bus.server().connectionString("", "everywhere"), "other");
            assertThat(next(receiver).getBody()).hasToString("a");
        }
    }

    @Test
    void operations_on_an_entity_need_their_right_too() throws Exception {
        try (TestBus bus = bus()) {
            var sender = sender(bus, bus.server().connectionString("jobs", "reader"), "jobs");
            var receiver = receiver(bus, bus.server().connectionString("jobs", "writer"), "jobs");

            assertThatThrownBy(receiver::peekMessage).hasMessageContaining("'Listen' claim(s)");
            assertThatThrownBy(() -> sender.scheduleMessage(
                            message("a"), OffsetDateTime.now().plusHours(1)))
                    .hasMessageContaining("claim(s)");
        }
    }

    @Test
    void an_expired_token_ends_its_links() throws Exception {
        try (TestBus bus = bus();
                RawClient client =
                        new RawClient(bus.server().port()).authorizedUntil(System.currentTimeMillis() / 1000 + 7)) {
            Sender sender = client.sender("jobs");
            Receiver receiver = client.session().receiver("r");
            receiver.setSource(new Source().setAddress("jobs")).setTarget(new Target().setAddress("me"));
            receiver.open();

            assertThat(client.until(receiver::isRemotelyClosed)).isTrue();
            client.send(sender, Codec.current().encode(new AmqpValue("too late")));
            assertThat(client.until(sender::isRemotelyClosed)).isTrue();
            assertThat(sender.getRemoteCondition().getCondition()).hasToString("amqp:unauthorized-access");
            assertThat(bus.receiver("jobs").peekMessage()).isNull();
        }
    }
}
