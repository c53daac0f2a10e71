package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.r2dbc.core.DatabaseClient;

class ParkingTest extends DeliveryTest {
    private static final Duration POLL = Duration.ofMillis(250);

    @Autowired
    ParkedMessages parked;

    @Autowired
    DatabaseClient client;

    @Test
    void a_parked_message_is_tried_again_when_it_is_due_and_not_before() {
        deposits.fail(2, IllegalStateException::new);
        receive(deposit("1", "ada"));

        retryDue();
        assertThat(deposits.seen()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        retryDue();
        assertThat(deposits.seen()).extracting(ReceivedMessage::attempt).containsExactly(1, 2);

        clock.advance(Duration.ofMillis(1900));
        retryDue();
        assertThat(deposits.seen()).hasSize(2);

        clock.advance(Duration.ofMillis(100));
        retryDue();
        assertThat(deposits.seen()).extracting(ReceivedMessage::attempt).containsExactly(1, 2, 3);
        assertThat(bank.count("effect")).isOne();
        assertThat(bank.count("parked_message")).isZero();
    }

    @Test
    void later_messages_of_the_same_key_wait_behind_it_in_order_and_others_do_not() {
        deposits.fail(1, IllegalStateException::new);
        receive(deposit("1", "ada"));

        assertThat(receive(deposit("2", "ada"))).isEqualTo(Outcome.PARKED_BEHIND);
        assertThat(receive(deposit("3", "ada"))).isEqualTo(Outcome.PARKED_BEHIND);
        assertThat(receive(deposit("4", "bob"))).isEqualTo(Outcome.HANDLED);
        retryDue();
        assertThat(bank.count("effect")).isOne();

        clock.advance(Duration.ofSeconds(1));
        retryDue();
        assertThat(deposits.seen()).extracting(ReceivedMessage::id).containsExactly("1", "4", "1", "2", "3");
        assertThat(bank.count("effect")).isEqualTo(4);
        assertThat(receive(deposit("5", "ada"))).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void a_repetition_of_a_parked_message_is_not_parked_twice() {
        deposits.fail(1, IllegalStateException::new);
        receive(deposit("1", "ada"));
        receive(deposit("1", "ada"));
        clock.advance(Duration.ofSeconds(1));
        retryDue();

        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.DUPLICATE);
        assertThat(bank.count("effect")).isOne();
    }

    @Test
    void a_message_is_parked_although_the_number_of_its_row_is_taken() {
        deposits.fail(2, IllegalStateException::new);
        receive(deposit("1", "ada"));
        giveNumberOfLastParkedAgain();

        assertThat(receive(deposit("2", "bob"))).isEqualTo(Outcome.PARKED);
        assertThat(bank.count("parked_message")).isEqualTo(2);

        clock.advance(Duration.ofSeconds(1));
        retryDue();
        assertThat(bank.count("effect")).isEqualTo(2);
    }

    // As H2 may do after its process was killed
    private void giveNumberOfLastParkedAgain() {
        long last = Columns.count(client.sql("SELECT MAX(position) FROM parked_message"))
                .block();
        client.sql("ALTER TABLE parked_message ALTER COLUMN position RESTART WITH " + last)
                .then()
                .block();
    }

    @Test
    void after_its_last_attempt_a_message_becomes_a_dead_letter_that_says_everything() {
        deposits.fail(100, () -> new IllegalStateException("the vault is closed"));
        receive(MessageBuilder.fromMessage(deposit("1", "ada"))
                .setHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .build());
        receive(deposit("2", "ada"));
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(10));
            retry.round().block();
        }
        deposits.recover();
        retryDue();
        relay();

        assertThat(broker.sent()).singleElement().satisfies(letter -> {
            assertThat(letter.destination()).isEqualTo("dlq-queue");
            assertThat(letter.messageId()).isEqualTo("1");
            assertThat(letter.source()).isEqualTo("/tollgate/teller");
            assertThat(letter.trace().traceId()).contains("0af7651916cd43dd8448eb211c80319c");
            assertThat(letter.properties())
                    .containsEntry("DeadLetterReason", "attempts-exhausted")
                    .containsEntry("DeadLetterErrorDescription", "the vault is closed")
                    .containsEntry("tollgate_exception", "java.lang.IllegalStateException")
                    .containsEntry("tollgate_attempts", "4")
                    .containsEntry("tollgate_consumer", "bank")
                    .containsEntry("tollgate_entity", "events-topic")
                    .containsEntry("tollgate_next_action", "repair the cause, then replay to the entity");
        });
        assertThat(bank.count("effect")).as("the next of the key goes on").isOne();
        assertThat(bank.count("parked_message")).isZero();
    }

    @Test
    void a_late_repetition_of_a_dead_letter_has_no_effect_and_a_replay_has_it_once() {
        deposits.fail(4, IllegalStateException::new);
        receive(deposit("1", "ada"));
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(10));
            retryDue();
        }
        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.DUPLICATE);

        var replay = MessageBuilder.fromMessage(deposit("1", "ada"))
                .setHeader(IncomingMessages.REPLAY, "true")
                .build();
        assertThat(receive(replay)).isEqualTo(Outcome.HANDLED);
        assertThat(receive(replay)).isEqualTo(Outcome.DUPLICATE);
        assertThat(bank.count("effect")).isOne();
    }

    @Test
    void what_is_personal_and_not_read_is_neither_parked_nor_in_the_dead_letter() {
        deposits.fail(4, IllegalStateException::new);
        receive(event("1", Deposit.TYPE, "ada", "{\"account\":\"ada\",\"amount\":5,\"wish\":\"a boat\"}"));
        assertThat(bank.count("parked_message", "body = '{\"account\":\"ada\",\"amount\":5}'"))
                .isOne();

        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(10));
            retryDue();
        }

        assertThat(bank.count("outbox", "body LIKE '%ada%'")).isOne();
        assertThat(bank.count("outbox", "body LIKE '%boat%'")).isZero();
    }

    @Test
    void a_process_that_saw_a_message_before_another_tried_it_leaves_it_alone() {
        deposits.fail(2, IllegalStateException::new);
        receive(deposit("1", "ada"));
        clock.advance(Duration.ofSeconds(1));
        ParkedMessage asSeenBefore = parked.due(1).blockFirst();
        retryDue();

        retry.retry(asSeenBefore).block();

        assertThat(bank.count("effect")).as("its pause is not over").isZero();
        assertThat(bank.count("parked_message", "attempts = 2")).isOne();
    }

    @Test
    void a_replay_that_one_process_gave_up_is_not_handled_by_another_after_all() {
        deposits.fail(4, IllegalStateException::new);
        receive(MessageBuilder.fromMessage(deposit("1", "ada"))
                .setHeader(IncomingMessages.REPLAY, "true")
                .build());
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofSeconds(10));
            retryDue();
        }
        clock.advance(Duration.ofSeconds(10));
        ParkedMessage asSeenBefore = parked.due(1).blockFirst();
        retryDue();

        retry.retry(asSeenBefore).block();

        assertThat(bank.count("effect")).isZero();
        assertThat(bank.count("inbox", "outcome = 'dead-lettered'")).isOne();
    }

    @Test
    void the_death_of_a_process_delays_nothing_by_more_than_a_second() {
        deposits.fail(1, IllegalStateException::new);
        receive(deposit("1", "ada"));
        clock.advance(Duration.ofSeconds(1));
        Leases killed = new Leases(client, clock, "killed", ParkingRetry.LEASE_TIME);
        assertThat(killed.hold(ParkingRetry.LEASE).block()).isNotNull();

        retryDue();
        assertThat(deposits.seen()).as("it may be alive").hasSize(1);

        clock.advance(Duration.ofSeconds(1).minus(POLL));
        retryDue();

        assertThat(deposits.seen()).hasSize(2);
        assertThat(bank.count("effect")).isOne();
    }

    @Test
    void while_nothing_is_due_nothing_is_written() {
        deposits.fail(1, IllegalStateException::new);
        receive(deposit("1", "ada"));

        retryDue();

        assertThat(bank.count("delivery_lease", "name = 'parking' AND holder <> ''"))
                .isZero();
    }

    @Test
    void two_processes_that_try_the_same_message_have_one_effect() {
        deposits.fail(1, IllegalStateException::new);
        receive(deposit("1", "ada"));
        clock.advance(Duration.ofSeconds(1));

        reactor.core.publisher.Flux.range(0, 4).flatMap(i -> retry.round(), 4).blockLast();

        assertThat(bank.count("effect")).isOne();
        assertThat(bank.count("parked_message")).isZero();
    }

    @Test
    void pauses_double_up_to_the_longest_and_chance_moves_them_a_little() {
        Backoff none = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0, () -> 1);
        assertThat(none.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(none.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(none.after(60)).isEqualTo(Duration.ofMinutes(5));

        Backoff most = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0.2, () -> 1);
        assertThat(most.after(1)).isEqualTo(Duration.ofMillis(1200));
    }
}
