package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** One connection to a database that is far away: a transaction takes its time to begin, and callers do not wait for it. */
class LeavingCallersTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int CALLERS = 5_000;

    private final Sinks.Empty<Void> answer = Sinks.empty();
    private final AtomicInteger begins = new AtomicInteger();
    private final TransactionPool pool = new TransactionPool(ConnectionPoolConfiguration.builder(new FarAway())
            .maxSize(1)
            .maxAcquireTime(Duration.ofMillis(300))
            .build());
    private final TransactionalOperator transaction = TransactionalOperator.create(new Transactions(pool));

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void a_connection_on_which_a_transaction_begins_is_nobody_elses_when_its_caller_leaves() {
        Disposable caller = Mono.never().as(transaction::transactional).subscribe();
        await().until(() -> begins.get() == 1);

        caller.dispose();
        pool.create().as(StepVerifier::create).verifyError(R2dbcTimeoutException.class);

        answer.tryEmitEmpty();
        Connection next = pool.create().block(SOON);
        assertThat(next.isAutoCommit()).isTrue();
        Mono.from(next.close()).block(SOON);
        assertThat(metrics().acquiredSize()).isZero();
    }

    @Test
    void a_transaction_that_cannot_begin_gives_its_connection_back_whether_its_caller_stays_or_not() {
        Disposable caller = Mono.never().as(transaction::transactional).subscribe(done -> {}, late -> {});
        await().until(() -> begins.get() == 1);
        caller.dispose();
        answer.tryEmitError(new IllegalStateException("no more transactions"));
        await().until(() -> metrics().acquiredSize() == 0);

        Mono.just("work")
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        failure -> assertThat(Outages.isDatabaseAway(failure)).isTrue());
        assertThat(metrics().acquiredSize()).isZero();
    }

    @Test
    void who_leaves_while_he_waits_for_a_connection_waits_no_longer() {
        Connection taken = pool.create().block(SOON);
        Disposable caller = Mono.never().as(transaction::transactional).subscribe();
        assertThat(metrics().pendingAcquireSize()).isOne();

        caller.dispose();
        assertThat(metrics().pendingAcquireSize()).isZero();

        Mono.from(taken.close()).block(SOON);
        assertThat(begins).hasValue(0);
    }

    @Test
    void whenever_they_leave_their_transactions_the_connection_is_there_for_the_next() {
        leavesTheConnection(Mono.just("work").as(transaction::transactional));
    }

    @Test
    void whenever_they_leave_their_statements_the_connection_is_there_for_the_next() {
        DatabaseClient client = DatabaseClient.create(pool);
        leavesTheConnection(
                client.sql("SELECT 'work'").map(row -> row.get(0, String.class)).one());
    }

    private void leavesTheConnection(Mono<String> work) {
        answer.tryEmitEmpty();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < CALLERS; i++) {
            Disposable caller =
                    work.subscribeOn(Schedulers.parallel()).subscribe(it -> done.incrementAndGet(), late -> {});
            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(200_000));
            caller.dispose();
        }

        await().until(() -> metrics().acquiredSize() == 0 && metrics().pendingAcquireSize() == 0);
        assertThat(done.get()).isBetween(1, CALLERS);
        work.as(StepVerifier::create).expectNext("work").verifyComplete();
    }

    private PoolMetrics metrics() {
        return pool.getMetrics().orElseThrow();
    }

    private final class FarAway implements ConnectionFactory {
        private final ConnectionFactory near = ConnectionFactories.get("r2dbc:h2:mem:///leaving");

        @Override
        public Publisher<Connection> create() {
            return Mono.from(near.create()).map(this::far);
        }

        private Connection far(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        Object result = method.invoke(connection, arguments);
                        if (!method.getName().equals("beginTransaction")) {
                            return result;
                        }
                        begins.incrementAndGet();
                        return Mono.from((Publisher<?>) result).then(answer.asMono());
                    });
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return near.getMetadata();
        }
    }
}
