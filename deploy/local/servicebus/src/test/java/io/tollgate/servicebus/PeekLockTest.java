package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.eventually;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.AbandonOptions;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.messaging.servicebus.models.DeferOptions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeekLockTest {

    @Test
    void a_completed_message_is_gone() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");

            receiver.complete(next(receiver));

            assertThat(nothing(receiver)).isTrue();
            assertThat(receiver.peekMessage(0)).isNull();
        }
    }

    @Test
    void a_locked_message_is_nobody_elses() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessage(message("a"));
            next(bus.receiver("jobs"));

            assertThat(nothing(bus.receiver("jobs"))).isTrue();
        }
    }

    @Test
    void an_abandoned_message_comes_back_counted_and_with_its_new_properties() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            var sent = message("a");
            sent.getApplicationProperties().put("kept", "yes");
            sent.getApplicationProperties().put("attempt", "none");
            bus.sender("jobs").sendMessage(sent);
            var receiver = bus.receiver("jobs");

            receiver.abandon(
                    next(receiver), new AbandonOptions().setPropertiesToModify(Map.of("attempt", "first", "n", 7)));
            ServiceBusReceivedMessage again = next(receiver);

            assertThat(again.getDeliveryCount()).isEqualTo(1);
            assertThat(again.getBody()).hasToString("a");
            assertThat(again.getApplicationProperties())
                    .containsEntry("kept", "yes")
                    .containsEntry("attempt", "first")
                    .containsEntry("n", 7);
        }
    }

    @Test
    void an_expired_lock_gives_the_message_back_and_refuses_its_holder() throws Exception {
        try (TestBus bus = TestBus.withQueue("lockDuration: PT4S")) {
            bus.sender("jobs").sendMessage(message("a"));
            var slow = bus.keep(bus.client()
                    .receiver()
                    .queueName("jobs")
                    .maxAutoLockRenewDuration(Duration.ZERO)
                    .disableAutoComplete()
                    .buildClient());
            ServiceBusReceivedMessage held = next(slow);
            var quick = bus.receiver("jobs");

            ServiceBusReceivedMessage again = next(quick);

            assertThat(again.getDeliveryCount()).isEqualTo(1);
            assertThatThrownBy(() -> slow.complete(held))
                    .isInstanceOfSatisfying(ServiceBusException.class, e -> assertThat(e.getReason())
                            .isEqualTo(ServiceBusFailureReason.MESSAGE_LOCK_LOST));
            quick.complete(again);
        }
    }

    @Test
    void a_renewed_lock_lasts_longer() throws Exception {
        try (TestBus bus = TestBus.withQueue("lockDuration: PT4S")) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.keep(bus.client()
                    .receiver()
                    .queueName("jobs")
                    .maxAutoLockRenewDuration(Duration.ZERO)
                    .disableAutoComplete()
                    .buildClient());
            ServiceBusReceivedMessage held = next(receiver);
            OffsetDateTime first = held.getLockedUntil();

            eventually(() -> {
                receiver.renewMessageLock(held);
                return OffsetDateTime.now().isAfter(first.plusNanos(200_000_000));
            });

            assertThat(receiver.renewMessageLock(held)).isAfter(first.plusSeconds(3));
            receiver.complete(held);
            assertThat(receiver.peekMessage(0)).isNull();
        }
    }

    @Test
    void a_lost_lock_cannot_be_renewed() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            ServiceBusReceivedMessage held = next(receiver);
            receiver.complete(held);
            var other = bus.receiver("jobs");

            assertThatThrownBy(() -> other.renewMessageLock(held)).isInstanceOf(Exception.class);
        }
    }

    @Test
    void a_message_that_fails_too_often_is_dead_lettered() throws Exception {
        try (TestBus bus = TestBus.withQueue("maxDeliveryCount: 3")) {
            bus.sender("jobs").sendMessage(message("poison"));
            var receiver = bus.receiver("jobs");
            for (int i = 0; i < 3; i++) {
                receiver.abandon(next(receiver));
            }

            ServiceBusReceivedMessage dead = next(bus.deadLetters("jobs"));

            assertThat(dead.getBody()).hasToString("poison");
            assertThat(dead.getDeadLetterReason()).isEqualTo("MaxDeliveryCountExceeded");
            assertThat(dead.getDeliveryCount()).isEqualTo(3);
            assertThat(nothing(receiver)).isTrue();
        }
    }

    @Test
    void a_dead_lettered_message_carries_reason_description_and_properties() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            receiver.deadLetter(
                    next(receiver),
                    new DeadLetterOptions()
                            .setDeadLetterReason("malformed")
                            .setDeadLetterErrorDescription("line 1")
                            .setPropertiesToModify(Map.of("attempts", 2)));
            var graveyard = bus.deadLetters("jobs");

            ServiceBusReceivedMessage dead = next(graveyard);

            assertThat(dead.getDeadLetterReason()).isEqualTo("malformed");
            assertThat(dead.getDeadLetterErrorDescription()).isEqualTo("line 1");
            assertThat(dead.getApplicationProperties()).containsEntry("attempts", 2);
            graveyard.complete(dead);
            assertThat(graveyard.peekMessage(0)).isNull();
        }
    }

    @Test
    void a_deferred_message_is_had_by_its_number_only() throws Exception {
        try (TestBus bus = TestBus.withQueue()) {
            bus.sender("jobs").sendMessage(message("later"));
            var receiver = bus.receiver("jobs");
            ServiceBusReceivedMessage first = next(receiver);
            receiver.defer(first, new DeferOptions().setPropertiesToModify(Map.of("why", "too early")));
            assertThat(nothing(receiver)).isTrue();

            ServiceBusReceivedMessage deferred = receiver.receiveDeferredMessage(first.getSequenceNumber());

            assertThat(deferred.getBody()).hasToString("later");
            assertThat(deferred.getApplicationProperties()).containsEntry("why", "too early");
            receiver.complete(deferred);
            assertThat(receiver.peekMessage(0)).isNull();
            assertThatThrownBy(() -> receiver.receiveDeferredMessage(first.getSequenceNumber()))
                    .isInstanceOf(ServiceBusException.class);
        }
    }

    @Test
    void a_lock_outlives_its_receiver_unless_told_otherwise() throws Exception {
        try (TestBus bus = TestBus.withQueue("lockDuration: PT3S")) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            OffsetDateTime end = next(receiver).getLockedUntil();
            receiver.close();

            assertThat(next(bus.receiver("jobs")).getDeliveryCount()).isEqualTo(1);
            assertThat(OffsetDateTime.now()).isAfterOrEqualTo(end.minusNanos(5_000_000));
        }
    }

    @Test
    void locks_can_be_released_with_their_receiver() throws Exception {
        var options = Options.defaults().withReleaseLocksOnDetach(true);
        try (TestBus bus = TestBus.with(options, "queues: [{name: jobs}]")) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            next(receiver);
            receiver.close();

            assertThat(next(bus.receiver("jobs")).getDeliveryCount()).isZero();
        }
    }
}
