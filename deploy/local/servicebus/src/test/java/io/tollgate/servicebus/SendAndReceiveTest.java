package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusMessageBatch;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendAndReceiveTest {

    @Test
    void a_message_arrives_as_it_was_sent() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            ServiceBusMessage sent = message("{\"a\":1}")
                    .setMessageId("m-1")
                    .setCorrelationId("c-1")
                    .setSubject("greeting")
                    .setContentType("application/json")
                    .setReplyTo("elsewhere")
                    .setTo("somebody")
                    .setTimeToLive(Duration.ofMinutes(3));
            sent.getApplicationProperties().put("text", "tést");
            sent.getApplicationProperties().put("number", 42L);
            sent.getApplicationProperties().put("flag", true);
            bus.sender("jobs").sendMessage(sent);

            ServiceBusReceivedMessage received = next(bus.receiver("jobs"));

            assertThat(received.getBody().toString()).isEqualTo("{\"a\":1}");
            assertThat(received.getMessageId()).isEqualTo("m-1");
            assertThat(received.getCorrelationId()).isEqualTo("c-1");
            assertThat(received.getSubject()).isEqualTo("greeting");
            assertThat(received.getContentType()).isEqualTo("application/json");
            assertThat(received.getReplyTo()).isEqualTo("elsewhere");
            assertThat(received.getTo()).isEqualTo("somebody");
            assertThat(received.getTimeToLive()).isEqualTo(Duration.ofMinutes(3));
            assertThat(received.getApplicationProperties())
                    .containsEntry("text", "tést")
                    .containsEntry("number", 42L)
                    .containsEntry("flag", true);
        }
    }

    @Test
    void the_broker_numbers_dates_and_locks_what_it_delivers() throws Exception {
        try (TestBus bus = TestBus.withQueue("lockDuration: PT30S")) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b")));

            List<ServiceBusReceivedMessage> received = next(bus.receiver("jobs"), 2);

            assertThat(received)
                    .extracting(ServiceBusReceivedMessage::getSequenceNumber)
                    .containsExactly(1L, 2L);
            ServiceBusReceivedMessage first = received.get(0);
            assertThat(first.getMessageId()).isNotBlank();
            assertThat(first.getDeliveryCount()).isZero();
            assertThat(first.getEnqueuedTime())
                    .isBetween(
                            OffsetDateTime.now().minusSeconds(20),
                            OffsetDateTime.now().plusSeconds(1));
            assertThat(first.getLockedUntil())
                    .isBetween(
                            OffsetDateTime.now().plusSeconds(10),
                            OffsetDateTime.now().plusSeconds(31));
            assertThat(first.getLockToken()).hasSize(36);
        }
    }

    @Test
    void a_batch_arrives_whole_and_in_order() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var sender = bus.sender("jobs");
            ServiceBusMessageBatch batch = sender.createMessageBatch();
            for (int i = 0; i < 100; i++) {
                assertThat(batch.tryAddMessage(message("m" + i))).isTrue();
            }
            sender.sendMessages(batch);

            List<String> bodies = bodies(next(bus.receiver("jobs"), 100));

            assertThat(bodies).hasSize(100).startsWith("m0", "m1").endsWith("m98", "m99");
        }
    }

    @Test
    void a_large_message_travels_in_many_frames() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            String body = "0123456789".repeat(90_000);
            bus.sender("jobs").sendMessage(message(body));

            assertThat(next(bus.receiver("jobs")).getBody().toString()).isEqualTo(body);
        }
    }

    @Test
    void a_message_above_the_limit_is_refused_with_the_sdks_error() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var sender = bus.sender("jobs");

            assertThatThrownBy(() -> sender.sendMessage(message("x".repeat(1_100_000))))
                    .isInstanceOfSatisfying(ServiceBusException.class, e -> assertThat(e.getReason())
                            .isEqualTo(ServiceBusFailureReason.MESSAGE_SIZE_EXCEEDED));
            sender.sendMessage(message("small"));
            assertThat(next(bus.receiver("jobs")).getBody()).hasToString("small");
        }
    }

    @Test
    void an_unknown_entity_is_refused_at_once() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var sender = bus.sender("nowhere");
            var receiver = bus.receiver("nowhere");

            assertThatThrownBy(() -> sender.sendMessage(message("a")))
                    .isInstanceOfSatisfying(ServiceBusException.class, e -> assertThat(e.getReason())
                            .isEqualTo(ServiceBusFailureReason.MESSAGING_ENTITY_NOT_FOUND));
            assertThatThrownBy(() -> next(receiver)).hasStackTraceContaining("could not be found");
        }
    }

    @Test
    void receive_and_delete_gives_each_message_once_and_keeps_none() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b"), message("c")));
            var receiver = bus.deleting("jobs");

            assertThat(bodies(next(receiver, 3))).containsExactly("a", "b", "c");
            assertThat(bus.receiver("jobs").peekMessage()).isNull();
        }
    }

    @Test
    void peeking_shows_messages_in_order_and_takes_none() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b"), message("c")));
            var receiver = bus.receiver("jobs");

            assertThat(bodies(receiver.peekMessages(2))).containsExactly("a", "b");
            assertThat(bodies(receiver.peekMessages(5))).containsExactly("c");
            assertThat(bodies(receiver.peekMessages(5, 2L))).containsExactly("b", "c");
            assertThat(bodies(next(receiver, 3))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void two_receivers_share_the_work() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var one = bus.receiver("jobs");
            var two = bus.receiver("jobs");
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b")));

            List<String> first = bodies(next(one, 1));
            List<String> second = bodies(next(two, 1));

            assertThat(first).doesNotContainAnyElementsOf(second);
        }
    }

    @Test
    void names_are_found_by_any_case() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("JOBS").sendMessage(message("a"));

            assertThat(next(bus.receiver("Jobs")).getBody()).hasToString("a");
        }
    }

    @Test
    void a_prefetching_receiver_gets_everything() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var receiver = bus.keep(bus.client()
                    .receiver()
                    .queueName("jobs")
                    .prefetchCount(20)
                    .disableAutoComplete()
                    .buildClient());
            var sender = bus.sender("jobs");
            for (int i = 0; i < 60; i++) {
                sender.sendMessage(message("m" + i));
            }

            List<ServiceBusReceivedMessage> received = next(receiver, 60);
            received.forEach(receiver::complete);

            assertThat(bodies(received)).doesNotHaveDuplicates().hasSize(60);
            assertThat(nothing(bus.receiver("jobs"))).isTrue();
        }
    }

    @Test
    void a_partition_key_arrives_as_it_was_sent() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessage(message("a").setPartitionKey("p-1"));

            assertThat(next(bus.receiver("jobs")).getPartitionKey()).isEqualTo("p-1");
        }
    }

    @Test
    void a_batch_takes_what_fits_and_is_sent() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var sender = bus.sender("jobs");
            ServiceBusMessageBatch batch = sender.createMessageBatch();

            assertThat(batch.getMaxSizeInBytes()).isEqualTo(1 << 20);
            assertThat(batch.tryAddMessage(message("x".repeat(600_000)))).isTrue();
            assertThat(batch.tryAddMessage(message("y".repeat(600_000)))).isFalse();
            assertThat(batch.tryAddMessage(message("z".repeat(400_000)))).isTrue();
            sender.sendMessages(batch);
            assertThat(next(bus.receiver("jobs"), 2)).hasSize(2);
        }
    }
}
