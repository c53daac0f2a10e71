package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.SubQueue;
import org.junit.jupiter.api.Test;

class ForwardTest {

    @Test
    void a_queue_and_a_subscription_forward_what_they_get() throws Exception {
        try (TestBus bus = TestBus.with(
                "queues: [{name: inbox}, {name: front, forwardTo: inbox}]",
                "topics: [{name: news, subscriptions: [{name: s, forwardTo: front}]}]")) {
            bus.sender("front").sendMessage(message("by queue"));
            bus.topicSender("news").sendMessage(message("by topic"));

            assertThat(bodies(next(bus.receiver("inbox"), 2))).containsExactly("by queue", "by topic");
        }
    }

    @Test
    void a_queue_may_forward_to_a_topic() throws Exception {
        try (TestBus bus = TestBus.with(
                "queues: [{name: front, forwardTo: news}]", "topics: [{name: news, subscriptions: [{name: s}]}]")) {
            bus.sender("front").sendMessage(message("a"));

            assertThat(next(bus.subscriber("news", "s")).getBody()).hasToString("a");
        }
    }

    @Test
    void dead_letters_are_forwarded_with_their_source_and_reason() throws Exception {
        try (TestBus bus = TestBus.with("queues: [{name: jobs, forwardDeadLetteredMessagesTo: dead}, {name: dead}]")) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            receiver.deadLetter(next(receiver));

            ServiceBusReceivedMessage dead = next(bus.receiver("dead"));

            assertThat(dead.getDeadLetterSource()).isEqualTo("jobs");
            assertThat(dead.getBody()).hasToString("a");
            assertThat(bus.deadLetters("jobs").peekMessage()).isNull();
        }
    }

    @Test
    void a_session_enabled_queue_forwards_its_dead_letters_too() throws Exception {
        try (TestBus bus = TestBus.with(
                "queues: [{name: chats, requiresSession: true, forwardDeadLetteredMessagesTo: dead}, {name: dead}]")) {
            bus.sender("chats").sendMessage(message("a").setSessionId("s-1"));
            var session = bus.keep(bus.sessions("chats").acceptSession("s-1"));
            session.deadLetter(next(session));

            ServiceBusReceivedMessage dead = next(bus.receiver("dead"));

            assertThat(dead.getDeadLetterSource()).isEqualTo("chats");
            assertThat(dead.getSessionId()).isEqualTo("s-1");
        }
    }

    @Test
    void a_chain_of_four_is_followed_to_its_end() throws Exception {
        try (TestBus bus = TestBus.with(
                "queues: [{name: a, forwardTo: b}, {name: b, forwardTo: c}, {name: c, forwardTo: d},",
                "  {name: d, forwardTo: e}, {name: e}]")) {
            bus.sender("a").sendMessage(message("far"));

            assertThat(next(bus.receiver("e")).getBody()).hasToString("far");
        }
    }

    @Test
    void what_would_be_forwarded_once_too_often_stays_among_the_transfer_dead_letters() throws Exception {
        try (TestBus bus = TestBus.with(
                "queues: [{name: jobs, forwardDeadLetteredMessagesTo: a}, {name: a, forwardTo: b},",
                "  {name: b, forwardTo: c}, {name: c, forwardTo: d}, {name: d, forwardTo: e}, {name: e}]")) {
            bus.sender("jobs").sendMessage(message("far"));
            var receiver = bus.receiver("jobs");
            receiver.deadLetter(next(receiver));

            var kept = bus.keep(bus.client()
                    .receiver()
                    .queueName("d")
                    .subQueue(SubQueue.TRANSFER_DEAD_LETTER_QUEUE)
                    .buildClient());

            assertThat(next(kept).getDeadLetterReason()).isEqualTo("MaxTransferHopCountExceeded");
            assertThat(bus.receiver("e").peekMessage()).isNull();
        }
    }

    @Test
    void a_forwarded_message_is_dropped_where_its_id_was_seen() throws Exception {
        try (TestBus bus = TestBus.with(
                "queues: [{name: once, requiresDuplicateDetection: true}, {name: front, forwardTo: once},",
                "  {name: jobs, forwardDeadLetteredMessagesTo: once}]")) {
            bus.sender("once").sendMessage(message("first").setMessageId("m-1"));
            bus.sender("front").sendMessage(message("again").setMessageId("m-1"));
            bus.sender("front").sendMessage(message("other").setMessageId("m-2"));
            bus.sender("jobs").sendMessage(message("dead").setMessageId("m-2"));
            var receiver = bus.receiver("jobs");
            receiver.deadLetter(next(receiver));

            assertThat(bodies(bus.receiver("once").peekMessages(5))).containsExactly("first", "other");
        }
    }

    @Test
    void nobody_receives_from_an_entity_that_forwards() throws Exception {
        try (TestBus bus = TestBus.with("queues: [{name: front, forwardTo: back}, {name: back}]")) {
            var receiver = bus.receiver("front");

            assertThatThrownBy(() -> next(receiver)).hasStackTraceContaining("with auto-forwarding enabled");
        }
    }
}
