package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.tollgate.database.UtcDateTime;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OutboxTest extends DeliveryTest {
    @Autowired
    DatabaseClient client;

    @Autowired
    ConnectionPool pool;

    @Autowired
    Backlog backlog;

    @Autowired
    Leases leases;

    @Autowired
    OutboxStore store;

    @Autowired
    Ids ids;

    @Test
    void what_is_committed_is_sent_once_and_in_order() {
        say("ada", "bob", "ada", "cyd");

        relay();
        relay();

        assertThat(broker.subjects()).containsExactlyInAnyOrder("ada", "bob", "ada", "cyd");
        assertThat(broker.sent().stream()
                        .filter(row -> row.subject().equals("ada"))
                        .map(OutboxRow::position))
                .isSorted();
        assertThat(bank.count("outbox", "sent_at IS NULL")).isZero();
    }

    @Test
    void what_is_rolled_back_is_never_sent() {
        outbox.add(List.of(OutgoingMessage.fact(Deposit.TYPE, "ada", 1, new Deposit("ada", 5))))
                .then(Mono.error(new IllegalStateException("no")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);

        relay();

        assertThat(broker.sent()).isEmpty();
    }

    @Test
    void a_row_is_sent_outside_of_every_transaction() {
        say("ada");
        AtomicLong connectionsWhileSending = new AtomicLong(-1);
        broker.afterSend(() ->
                connectionsWhileSending.set(pool.getMetrics().orElseThrow().acquiredSize()));

        relay();

        assertThat(connectionsWhileSending).hasValue(0);
    }

    @Test
    void a_crash_after_sending_and_before_marking_sends_the_same_message_again() {
        say("ada");
        broker.afterSend(() -> {
            broker.afterSend(() -> {});
            throw new AssertionError("killed");
        });
        assertThat(org.assertj.core.api.Assertions.catchThrowable(this::relay)).isNull();
        clock.advance(Duration.ofMinutes(1));

        relay();

        assertThat(broker.sent())
                .extracting(OutboxRow::messageId)
                .hasSize(2)
                .containsOnly(broker.sent().get(0).messageId());
        assertThat(bank.count("outbox", "sent_at IS NULL")).isZero();
    }

    @Test
    void a_destination_that_fails_rests_and_the_others_go_on() {
        say("ada");
        outbox.add(List.of(OutgoingMessage.command("vault-queue", "bank.lock.v1", "bob", new Deposit("bob", 1))))
                .block();
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
    void what_rests_is_not_read_again_at_every_nudge() {
        say("ada", "bob");
        broker.failFor("events-topic", new IllegalStateException("amqp:not-found"));
        relay();

        Duration untilNextLook = relay.round().block();
        clock.advance(Duration.ofMillis(200));

        assertThat(relay.round().block()).isEqualTo(untilNextLook.minusMillis(200));
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
    void a_round_reads_what_it_sends_and_nothing_of_what_waits_behind() {
        String plan = client.sql("EXPLAIN " + OutboxStore.NEXT.formatted(10))
                .bind("destinations", List.of(""))
                .bind("aggregates", List.of(""))
                .bind("never", UtcDateTime.toColumn(Instant.EPOCH))
                .map(row -> row.get(0, String.class))
                .one()
                .block();

        assertThat(plan)
                .contains("ix_outbox_unsent: sent_at IS NULL", "ix_outbox_refused: refused_at >", "index sorted");
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

    @Test
    void too_much_waiting_refuses_new_work_and_nothing_else() {
        say("a", "b", "c", "d", "e");
        backlog.count().block();

        outbox.admit().as(StepVerifier::create).verifyErrorSatisfies(failure -> assertThat(failure)
                .isInstanceOfSatisfying(
                        BacklogFull.class, full -> assertThat(full.retryAfter()).isPositive()));
        say("f");
        relay();
        backlog.count().block();
        outbox.admit().as(StepVerifier::create).verifyComplete();
    }

    @Test
    void only_one_process_relays_and_another_takes_over_when_it_falls_silent() {
        Leases other = new Leases(client, clock, "other", Duration.ofSeconds(15));

        Lease mine = leases.hold("outbox").block();
        other.hold("outbox").as(StepVerifier::create).verifyComplete();
        clock.advance(Duration.ofSeconds(4));
        assertThat(leases.hold("outbox").block().epoch()).isEqualTo(mine.epoch());
        other.hold("outbox").as(StepVerifier::create).verifyComplete();
        clock.advance(Duration.ofSeconds(16));

        assertThat(other.hold("outbox").block().epoch()).isEqualTo(mine.epoch() + 1);
        leases.hold("outbox").as(StepVerifier::create).verifyComplete();
    }

    @Test
    void a_process_that_ends_in_order_gives_its_lease_back() {
        Leases other = new Leases(client, clock, "other", Duration.ofSeconds(15));
        Lease mine = leases.hold("outbox").block();

        other.release("outbox").block();
        other.hold("outbox").as(StepVerifier::create).verifyComplete();
        leases.release("outbox").block();

        assertThat(other.hold("outbox").block().epoch()).isEqualTo(mine.epoch() + 1);
    }

    @Test
    void a_relay_that_lost_its_lease_marks_nothing() {
        say("ada");
        Lease stale = leases.hold("outbox").block();
        clock.advance(Duration.ofMinutes(1));
        new Leases(client, clock, "other", Duration.ofSeconds(15))
                .hold("outbox")
                .block();
        long position = store.next(1, java.util.Set.of(), java.util.Set.of())
                .blockFirst()
                .position();

        assertThat(store.markSent(List.of(position), stale, clock.instant()).block())
                .isZero();
        assertThat(store.refuse(position, "too large", stale, clock.instant()).block())
                .isZero();
        assertThat(bank.count("outbox", "sent_at IS NULL AND refused_at IS NULL"))
                .isOne();
    }

    @Test
    void many_processes_that_ask_at_the_same_moment_get_one_lease() {
        java.util.List<Lease> taken = reactor.core.publisher.Flux.range(1, 20)
                .flatMap(i -> new Leases(client, clock, "process-" + i, Duration.ofSeconds(15)).hold("outbox"), 20)
                .collectList()
                .block();

        assertThat(taken).hasSize(1);
    }

    @Test
    void what_was_sent_is_forgotten_after_its_time_and_what_waits_never() {
        say("ada", "bob");
        broker.failFor("bob", new IllegalStateException("server-busy"));
        relay();
        clock.advance(Duration.ofHours(25));

        new Purge(
                        store,
                        new Inbox(client, clock, Duration.ofDays(30)),
                        leases,
                        clock,
                        new Purge.Retention(Duration.ofHours(24), Duration.ofDays(45)))
                .round()
                .block();

        assertThat(bank.count("outbox")).isOne();
        assertThat(bank.count("outbox", "sent_at IS NULL")).isOne();
    }
}
