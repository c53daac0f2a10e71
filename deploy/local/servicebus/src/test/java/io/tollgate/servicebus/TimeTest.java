package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.eventually;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scheduled messages, time to live, and duplicates within a window. */
class TimeTest {

    /** Far enough away for a busy machine to look before it comes. */
    private static OffsetDateTime soonEnough() {
        return OffsetDateTime.now().plusSeconds(4);
    }

    @Test
    void a_scheduled_message_comes_when_it_is_due_under_a_new_number() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var receiver = bus.receiver("jobs");
            assertThat(receiver.peekMessage()).as("connected, and empty").isNull();
            OffsetDateTime due = soonEnough();
            long number = bus.sender("jobs").scheduleMessage(message("later"), due);
            ServiceBusReceivedMessage waiting = receiver.peekMessage();
            assertThat(waiting.getState()).isEqualTo(ServiceBusMessageState.SCHEDULED);
            assertThat(waiting.getSequenceNumber()).isEqualTo(number);

            ServiceBusReceivedMessage arrived = next(receiver);

            assertThat(OffsetDateTime.now()).isAfterOrEqualTo(due.minusNanos(5_000_000));
            assertThat(arrived.getBody()).hasToString("later");
            assertThat(arrived.getSequenceNumber()).isGreaterThan(number);
        }
    }

    @Test
    void a_message_sent_with_an_enqueue_time_waits_for_it() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            OffsetDateTime due = soonEnough();
            bus.sender("jobs").sendMessage(message("later").setScheduledEnqueueTime(due));

            assertThat(next(bus.receiver("jobs")).getBody()).hasToString("later");
            assertThat(OffsetDateTime.now()).isAfterOrEqualTo(due.minusNanos(5_000_000));
        }
    }

    @Test
    void a_canceled_message_never_comes() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var sender = bus.sender("jobs");
            List<Long> numbers = new ArrayList<>();
            sender.scheduleMessages(
                            List.of(message("a"), message("b")),
                            OffsetDateTime.now().plusHours(1))
                    .forEach(numbers::add);
            sender.cancelScheduledMessages(numbers);

            assertThat(bus.receiver("jobs").peekMessage()).isNull();
        }
    }

    @Test
    void a_message_scheduled_on_a_topic_reaches_its_subscriptions_when_due() throws Exception {
        try (TestBus bus = TestBus.with("topics: [{name: news, subscriptions: [{name: a}, {name: b}]}]")) {
            var sender = bus.topicSender("news");
            long never = sender.scheduleMessage(message("never"), soonEnough());
            sender.cancelScheduledMessage(never);
            sender.scheduleMessage(message("later"), soonEnough());

            assertThat(next(bus.subscriber("news", "a")).getBody()).hasToString("later");
            assertThat(bodies(next(bus.subscriber("news", "b"), 1))).containsExactly("later");
        }
    }

    @Test
    void an_expired_message_is_dropped() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs")
                    .sendMessages(List.of(
                            message("short").setTimeToLive(Duration.ofMillis(300)),
                            message("long").setTimeToLive(Duration.ofMinutes(1))));
            var receiver = bus.receiver("jobs");
            eventually(() -> receiver.peekMessages(5, 0L).stream().count() == 1);

            assertThat(next(receiver).getBody()).hasToString("long");
            assertThat(bus.deadLetters("jobs").peekMessage()).isNull();
        }
    }

    @Test
    void an_expired_message_is_dead_lettered_where_the_queue_says_so() throws Exception {
        try (TestBus bus =
                TestBus.withQueue("defaultMessageTimeToLive: PT0.3S", "deadLetteringOnMessageExpiration: true")) {
            bus.sender("jobs").sendMessage(message("a"));

            ServiceBusReceivedMessage dead = next(bus.deadLetters("jobs"));

            assertThat(dead.getBody()).hasToString("a");
            assertThat(dead.getDeadLetterReason()).isEqualTo("TTLExpiredException");
        }
    }

    @Test
    void the_queues_time_to_live_bounds_the_messages() throws Exception {
        try (TestBus bus = TestBus.withQueue("defaultMessageTimeToLive: PT0.3S")) {
            bus.sender("jobs").sendMessage(message("a").setTimeToLive(Duration.ofHours(1)));
            var receiver = bus.receiver("jobs");

            eventually(() -> receiver.peekMessages(5, 0L).stream().findAny().isEmpty());
        }
    }

    @Test
    void a_repeated_message_id_is_accepted_and_dropped_within_the_window() throws Exception {
        try (TestBus bus =
                TestBus.withQueue("requiresDuplicateDetection: true", "duplicateDetectionHistoryTimeWindow: PT5M")) {
            var sender = bus.sender("jobs");
            sender.sendMessages(List.of(
                    message("first").setMessageId("m-1"), message("twin").setMessageId("m-1")));
            sender.sendMessage(message("again").setMessageId("m-1"));
            sender.sendMessage(message("other").setMessageId("m-2"));

            assertThat(bodies(next(bus.deleting("jobs"), 2))).containsExactly("first", "other");
        }
    }

    @Test
    void a_message_id_is_as_good_as_new_when_its_window_is_over_though_it_was_repeated() throws Exception {
        try (TestBus bus =
                TestBus.withQueue("requiresDuplicateDetection: true", "duplicateDetectionHistoryTimeWindow: PT2S")) {
            var sender = bus.sender("jobs");
            sender.sendMessage(message("first").setMessageId("m-1"));
            var receiver = bus.deleting("jobs");
            next(receiver);

            eventually(() -> {
                sender.sendMessage(message("after the window").setMessageId("m-1"));
                return !nothing(receiver);
            });
        }
    }

    @Test
    void a_topic_drops_repeated_ids_before_any_subscription_sees_them() throws Exception {
        try (TestBus bus = TestBus.with(
                "topics: [{name: news, requiresDuplicateDetection: true, subscriptions: [{name: a}, {name: b}]}]")) {
            var sender = bus.topicSender("news");
            sender.sendMessage(message("first").setMessageId("m-1"));
            sender.sendMessage(message("again").setMessageId("m-1"));

            assertThat(bodies(bus.subscriber("news", "a").peekMessages(5))).containsExactly("first");
            assertThat(bodies(bus.subscriber("news", "b").peekMessages(5))).containsExactly("first");
        }
    }

    @Test
    void a_subscription_dead_letters_what_expires_in_it() throws Exception {
        try (TestBus bus = TestBus.with("topics: [{name: news, subscriptions: [{name: a,"
                + " defaultMessageTimeToLive: PT0.3S, deadLetteringOnMessageExpiration: true}]}]")) {
            bus.topicSender("news").sendMessage(message("old"));

            assertThat(next(bus.deadLetters("news/subscriptions/a")).getDeadLetterReason())
                    .isEqualTo("TTLExpiredException");
        }
    }
}
