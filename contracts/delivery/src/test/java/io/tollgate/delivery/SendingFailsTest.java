package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;

/** What becomes of messages that the bus does not take, and of those behind them. */
class SendingFailsTest extends DeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    DatabaseClient client;

    @Autowired
    Backlog backlog;

    @Test
    void a_destination_that_fails_rests_and_the_others_go_on() {
        say("ada");
        lock("bob");
        broker.failFor("events-topic", new IllegalStateException("amqp:not-found"));

        relay();
        assertThat(broker.subjects()).containsExactly("bob");

        broker.recover("events-topic");
        relay();
        assertThat(broker.subjects()).containsExactly("bob");

        clock.advance(Duration.ofMillis(600));
        relay();
        assertThat(broker.subjects()).containsExactly("bob", "ada");
    }

    @Test
    void nobody_waits_for_a_destination_that_failed_and_is_tried_again() {
        lock("bob");
        broker.failFor("vault-queue", new IllegalStateException("server-busy"));
        relay();
        broker.recover("vault-queue");
        broker.hang("vault-queue");
        clock.advance(Duration.ofMillis(600));
        Disposable trying = relays.failing().round().subscribe();
        await().until(() -> broker.asked() == 2);
        say("ada");

        relays.healthy().round().block(SOON);

        assertThat(broker.subjects()).containsExactly("ada");
        trying.dispose();
    }

    @Test
    void a_destination_changes_hands_when_the_round_is_over_and_back_when_it_works() {
        broker.failFor("events-topic", new IllegalStateException("server-busy"));
        broker.hang("bob");
        say("ada", "bob");
        Disposable sending = relays.healthy().round().subscribe();
        await().until(() -> broker.asked() == 2);
        clock.advance(Duration.ofMillis(600));

        relays.failing().round().block(SOON);
        assertThat(broker.asked()).isEqualTo(2);

        broker.answer("bob");
        await().until(sending::isDisposed);
        broker.recover("events-topic");
        clock.advance(Duration.ofMillis(600));
        relays.healthy().round().block(SOON);
        assertThat(broker.sent()).isEmpty();
        relays.failing().round().block(SOON);
        assertThat(broker.subjects()).containsExactlyInAnyOrder("ada", "bob");

        say("cyd");
        clock.advance(Duration.ofMillis(600));
        relays.healthy().round().block(SOON);
        assertThat(broker.subjects()).contains("cyd");
    }

    @Test
    void a_destination_that_stopped_working_changes_hands_however_long_its_round_lasts() {
        broker.failFor("bob", new IllegalStateException("server-busy"));
        broker.failFor("cyd", new IllegalStateException("server-busy"));
        broker.hang("vault-queue");
        say("ada", "bob", "cyd");
        lock("dan");
        Disposable sending = relays.healthy().round().subscribe();
        await().until(() -> broker.asked() == 4);
        clock.advance(Duration.ofMillis(600));
        broker.answer("vault-queue");
        await().until(sending::isDisposed);
        broker.recover("bob");
        broker.recover("cyd");

        relays.healthy().round().block(SOON);
        assertThat(broker.subjects()).containsExactly("ada", "dan");
        relays.failing().round().block(SOON);
        assertThat(broker.subjects()).contains("bob", "cyd");
    }

    @Test
    void what_rests_is_not_read_again_at_every_nudge() {
        say("ada", "bob");
        broker.failFor("events-topic", new IllegalStateException("amqp:not-found"));
        relay();

        Duration untilNextLook = relays.healthy().round().block();
        clock.advance(Duration.ofMillis(200));

        assertThat(relays.healthy().round().block()).isEqualTo(untilNextLook.minusMillis(200));
        broker.recover("events-topic");
        clock.advance(Duration.ofMillis(300));
        relay();
        assertThat(broker.subjects()).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void one_message_that_always_fails_stops_nobody_else() {
        broker.failFor("ada", new IllegalStateException("nobody knows why"));
        say("ada", "bob", "cyd");
        relay();
        say("dan", "ada");
        relay();

        assertThat(broker.subjects()).containsExactlyInAnyOrder("bob", "cyd", "dan");
    }

    @Test
    void a_bus_that_throttles_is_asked_less_and_less_often() {
        say("ada");
        AtomicLong asked = new AtomicLong();
        broker.failFor("events-topic", new IllegalStateException("server-busy"), asked::incrementAndGet);

        for (int halfSecond = 0; halfSecond < 20 * 60; halfSecond++) {
            relay();
            clock.advance(Duration.ofMillis(500));
        }

        assertThat(asked).as("times in ten minutes").hasValueBetween(20, 30);
        broker.recover("events-topic");
        clock.advance(Duration.ofSeconds(31));
        relay();
        assertThat(broker.subjects()).containsExactly("ada");
    }

    @Test
    void a_message_that_is_refused_for_good_waits_for_a_human_and_only_its_aggregate_with_it() {
        say("ada", "bob");
        broker.failFor("ada", new SendRefused("too large"));
        relay();
        say("ada", "cyd");
        broker.recover("ada");
        relay();
        relay();

        assertThat(broker.subjects()).containsExactly("bob", "cyd");
        assertThat(bank.count("outbox", "refused_at IS NOT NULL AND refusal = 'too large'"))
                .isOne();
        backlog.count().block();
        assertThat(registry().get("tollgate.outbox.refused").gauge().value()).isOne();
    }

    @Test
    void what_follows_a_refused_message_in_the_same_batch_waits_too() {
        say("ada", "ada");
        broker.failFor("ada", new SendRefused("too large"), () -> broker.recover("ada"));

        relay();
        relay();

        assertThat(broker.sent()).isEmpty();
    }

    @Test
    void a_refused_message_that_somebody_settled_holds_up_nobody() {
        say("ada");
        broker.failFor("ada", new SendRefused("too large"));
        relay();
        broker.recover("ada");
        client.sql("UPDATE outbox SET sent_at = refused_at").then().block();
        say("ada");

        relay();

        assertThat(broker.subjects()).containsExactly("ada");
    }

    @Test
    void rows_behind_a_failed_one_of_the_same_aggregate_stay_behind() {
        say("ada", "ada", "ada");
        AtomicLong sends = new AtomicLong();
        broker.afterSend(() -> {
            if (sends.incrementAndGet() == 1) {
                broker.failFor("ada", new IllegalStateException("server-busy"));
            }
        });
        relay();
        assertThat(broker.sent()).hasSize(1);
        broker.recover("ada");
        clock.advance(Duration.ofSeconds(1));
        relay();

        assertThat(broker.sent()).extracting(OutboxRow::position).hasSize(3).isSorted();
    }

    private void lock(String account) {
        outbox.add(List.of(OutgoingMessage.command("vault-queue", "bank.lock.v1", account, new Deposit(account, 1))))
                .block();
    }
}
