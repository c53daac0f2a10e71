package io.tollgate.workers.erasure.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.SubQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.servicebus.ServiceBusServer;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.workers.erasure.DeadLetters.Search;
import io.tollgate.workers.erasure.ErasureProperties;
import io.tollgate.workers.erasure.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceBus(topology = "letter-boxes.yml")
class BusDeadLettersTest {
    private static final UserId ADA = new UserId("usr_ada");
    private static final String OWN = "old-queue/$deadletterqueue";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ServiceBusServer bus;

    BusDeadLettersTest(ServiceBusServer bus) {
        this.bus = bus;
    }

    @BeforeEach
    @AfterEach
    void nothing_lies_about() {
        empty("dlq-queue", SubQueue.NONE);
        empty("old-queue", SubQueue.DEAD_LETTER_QUEUE);
    }

    @Test
    void only_the_letters_of_the_erased_user_disappear_wherever_they_lie() {
        send("dlq-queue", "orders.fulfill.v1", "usr_bob");
        send("dlq-queue", "orders.fulfill.v1", "usr_ada");
        send("dlq-queue", "users.send-notification.v2", "usr_ada");
        send("dlq-queue", "workers.book-shipment.v1", "usr_adam");
        bury("workers.book-shipment.v1", "usr_ada");
        bury("workers.book-shipment.v1", "usr_bob");

        assertThat(erase(1_000)).isEqualTo(new Search(3, 0));

        assertThat(names("dlq-queue", SubQueue.NONE)).containsExactly("usr_bob", "usr_adam");
        assertThat(names("old-queue", SubQueue.DEAD_LETTER_QUEUE)).containsExactly("usr_bob");
        assertThat(erase(1_000)).isEqualTo(Search.NOTHING);
        assertThat(meters.counter("tollgate.erasure.dead.letters", "outcome", "removed")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void a_letter_that_is_still_somebodys_work_stays() {
        send("dlq-queue", "orders.order-canceled.v1", "usr_ada");
        send("dlq-queue", "orders.refund-requested.v1", "usr_ada");
        send("dlq-queue", "users.user-erased.v1", "usr_ada");

        assertThat(erase(1_000)).isEqualTo(Search.NOTHING);
        assertThat(names("dlq-queue", SubQueue.NONE)).hasSize(3);
    }

    @Test
    void a_letter_that_cannot_be_read_is_known_by_its_text() {
        sendText("dlq-queue", "orders.fulfill.v1", "{\"userId\":\"usr_ada\",\"shippingAddress\":{\"name\":");

        assertThat(erase(1_000)).isEqualTo(new Search(1, 0));
    }

    @Test
    void while_the_user_has_no_letter_nobodys_is_touched() {
        send("dlq-queue", "orders.fulfill.v1", "usr_bob");

        erase(1_000);

        assertThat(peek("dlq-queue", SubQueue.NONE))
                .extracting(ServiceBusReceivedMessage::getDeliveryCount)
                .containsExactly(0L);
    }

    @Test
    void letters_before_it_come_back_at_once_and_are_not_lost() {
        for (int i = 0; i < 250; i++) {
            send("dlq-queue", "orders.fulfill.v1", "usr_bob");
        }
        send("dlq-queue", "orders.fulfill.v1", "usr_ada");

        assertThat(erase(1_000)).isEqualTo(new Search(1, 0));

        assertThat(names("dlq-queue", SubQueue.NONE)).hasSize(250).containsOnly("usr_bob");
        assertThat(empty("dlq-queue", SubQueue.NONE)).isEqualTo(250);
    }

    @Test
    void what_is_out_of_reach_is_left_and_said() {
        for (int i = 0; i < 150; i++) {
            send("dlq-queue", "orders.fulfill.v1", "usr_bob");
        }
        send("dlq-queue", "orders.fulfill.v1", "usr_ada");

        assertThat(erase(50)).isEqualTo(new Search(0, 1));

        assertThat(names("dlq-queue", SubQueue.NONE)).hasSize(151);
    }

    private Search erase(int reach) {
        ErasureProperties properties = new ErasureProperties(
                bus.connectionString(),
                List.of("dlq-queue", "dlq-queue/$deadletterqueue", OWN),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(50),
                1_000,
                reach,
                1);
        BusDeadLetters letters = new BusDeadLetters(new LetterBoxes(properties), properties, meters);
        try {
            return letters.erase(ADA).block(Duration.ofSeconds(60));
        } finally {
            letters.end();
        }
    }

    private void send(String queue, String type, String user) {
        sendText(
                queue,
                type,
                "{\"userId\":\"%s\",\"shippingAddress\":{\"line1\":\"12 Harbor Street\"}}".formatted(user));
    }

    private void sendText(String queue, String type, String body) {
        ServiceBusMessage letter = new ServiceBusMessage(body).setSubject(type);
        letter.getApplicationProperties().putAll(Map.of("cloudEvents_type", type));
        try (ServiceBusSenderClient sender = client().sender().queueName(queue).buildClient()) {
            sender.sendMessage(letter);
        }
    }

    private void bury(String type, String user) {
        send("old-queue", type, user);
        try (ServiceBusReceiverClient receiver =
                client().receiver().queueName("old-queue").buildClient()) {
            receiver.receiveMessages(1, Duration.ofSeconds(10)).forEach(receiver::deadLetter);
        }
    }

    private List<String> names(String queue, SubQueue part) {
        return peek(queue, part).stream()
                .map(letter -> letter.getBody().toString().replaceAll(".*\"(usr_\\w+)\".*", "$1"))
                .toList();
    }

    private List<ServiceBusReceivedMessage> peek(String queue, SubQueue part) {
        try (ServiceBusReceiverClient receiver =
                client().receiver().queueName(queue).subQueue(part).buildClient()) {
            return receiver.peekMessages(1_000, 0).stream().toList();
        }
    }

    private int empty(String queue, SubQueue part) {
        int taken = 0;
        try (ServiceBusReceiverClient receiver =
                client().receiver().queueName(queue).subQueue(part).buildClient()) {
            List<ServiceBusReceivedMessage> there =
                    receiver.peekMessages(1_000, 0).stream().toList();
            while (taken < there.size()) {
                for (ServiceBusReceivedMessage letter :
                        receiver.receiveMessages(there.size() - taken, Duration.ofSeconds(5))) {
                    receiver.complete(letter);
                    taken++;
                }
            }
        }
        return taken;
    }

    private ServiceBusClientBuilder client() {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }
}
