package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.tollgate.database.UtcDateTime;
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
