package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@SpringBootTest(
        properties = "tollgate.database.url=r2dbc:h2:mem:///transactions?options=LOCK_TIMEOUT=100",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
class TransactionsTest {
    private final DatabaseClient client;
    private final TransactionalOperator transaction;

    TransactionsTest(@Autowired DatabaseClient client, @Autowired TransactionalOperator transaction) {
        this.client = client;
        this.transaction = transaction;
    }

    @Configuration
    @EnableAutoConfiguration
    static class Library {}

    @BeforeEach
    void one_book() {
        sql("DELETE FROM book").then(sql(Books.INSERT)).block();
    }

    @Test
    void what_follows_a_commit_is_in_the_context_of_the_work_as_its_log_lines_must_be() {
        ThreadLocal<String> trace = new ThreadLocal<>();
        ContextRegistry.getInstance().registerThreadLocalAccessor("trace", trace);
        AtomicReference<String> seen = new AtomicReference<>();
        try {
            sql("UPDATE book SET copies = 2")
                    .then(AfterCommit.run(() -> seen.set(trace.get())))
                    .as(transaction::transactional)
                    .contextWrite(context -> context.put("trace", "of the work"))
                    .as(StepVerifier::create)
                    .verifyComplete();
        } finally {
            ContextRegistry.getInstance().removeThreadLocalAccessor("trace");
        }

        assertThat(seen).hasValue("of the work");
    }

    @Test
    void what_waits_for_the_commit_runs_after_it_and_not_after_a_rollback() {
        AtomicInteger announced = new AtomicInteger();
        Mono<Void> work = sql("UPDATE book SET copies = 2").then(AfterCommit.run(announced::incrementAndGet));

        work.then(Mono.fromRunnable(() -> assertThat(announced).hasValue(0)))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(announced).hasValue(1);

        work.then(Mono.error(new IllegalStateException("no")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        assertThat(announced).hasValue(1);
    }

    @Test
    void without_a_transaction_it_runs_at_once() {
        AtomicInteger announced = new AtomicInteger();

        AfterCommit.run(announced::incrementAndGet).as(StepVerifier::create).verifyComplete();

        assertThat(announced).hasValue(1);
    }

    @Test
    void what_fails_after_the_commit_is_logged_once_and_nobody_takes_the_work_for_failed(CapturedOutput output) {
        AtomicInteger announced = new AtomicInteger();
        Mono<Void> failing = AfterCommit.run(() -> {
            throw new IllegalStateException("nobody listens");
        });

        sql("UPDATE book SET copies = 2")
                .then(failing)
                .then(AfterCommit.run(announced::incrementAndGet))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(copies()).isEqualTo(2);
        assertThat(announced).hasValue(1);
        assertThat(output).containsOnlyOnce("IllegalStateException: nobody listens");

        failing.as(StepVerifier::create).verifyComplete();
    }

    @Test
    void a_row_that_another_transaction_holds_is_a_conflict_and_is_tried_again() {
        Sinks.Empty<Void> release = Sinks.empty();
        Sinks.Empty<Void> held = Sinks.empty();
        Mono<Void> holder = sql("UPDATE book SET copies = copies + 1")
                .then(Mono.fromRunnable(held::tryEmitEmpty))
                .then(release.asMono().publishOn(Schedulers.boundedElastic()))
                .as(transaction::transactional);
        AtomicInteger tries = new AtomicInteger();
        Mono<Void> second = Mono.defer(() -> {
                    if (tries.incrementAndGet() == 2) {
                        release.tryEmitEmpty();
                    }
                    return sql("UPDATE book SET copies = copies + 10");
                })
                .as(transaction::transactional)
                .retryWhen(Conflicts.rerun());

        Mono.when(holder, held.asMono().then(second))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(WAIT);

        assertThat(tries.get()).isGreaterThan(1);
        assertThat(copies()).isEqualTo(14);
    }

    private static final Duration WAIT = Duration.ofSeconds(10);

    @Test
    void a_conflict_that_does_not_end_is_given_up_after_five_reruns_with_its_own_name() {
        AtomicInteger tries = new AtomicInteger();

        Mono.error(() -> new VersionConflict("book", "emma", tries.incrementAndGet()))
                .retryWhen(Conflicts.rerun())
                .as(StepVerifier::create)
                .verifyError(VersionConflict.class);

        assertThat(tries).hasValue(6);
    }

    @Test
    void a_duplicate_and_a_broken_rule_are_neither_conflict_nor_outage() {
        sql(Books.INSERT).as(StepVerifier::create).verifyErrorSatisfies(failure -> {
            assertThat(failure).isInstanceOf(DuplicateKeyException.class);
            assertThat(Conflicts.isConflict(failure)).isFalse();
            assertThat(Outages.isDatabaseAway(failure)).isFalse();
        });
        sql("UPDATE book SET copies = -1").as(StepVerifier::create).verifyErrorSatisfies(failure -> assertThat(failure)
                .isInstanceOf(DataIntegrityViolationException.class)
                .isNotInstanceOf(DuplicateKeyException.class));
    }

    @Test
    void a_time_is_read_as_it_was_written() {
        Instant written = Instant.parse("2026-07-01T12:00:00.123456789Z");

        client.sql("UPDATE book SET added_at = :at")
                .bind("at", UtcDateTime.toColumn(written))
                .then()
                .then(client.sql("SELECT added_at FROM book")
                        .map(row -> UtcDateTime.fromColumn(row.get(0, java.time.LocalDateTime.class)))
                        .one())
                .as(StepVerifier::create)
                .expectNext(Instant.parse("2026-07-01T12:00:00.123456Z"))
                .verifyComplete();
    }

    private long copies() {
        return client.sql("SELECT copies FROM book")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private Mono<Void> sql(String statement) {
        return client.sql(statement).then();
    }
}
