package io.tollgate.delivery;

import io.tollgate.database.AfterCommit;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Where a process is killed from within, as kill -9 would: nothing is flushed, closed or said. */
enum CrashPoint {
    NOWHERE,
    AFTER_COMMIT_BEFORE_SEND,
    AFTER_SEND_BEFORE_MARK,
    AFTER_RECEIVE_BEFORE_COMMIT,
    AFTER_COMMIT_BEFORE_COMPLETE,
    WHILE_PARKED,
    DURING_PURGE;

    static final int KILLED = 42;

    // Time enough to park a message, and not to try it again
    private static final Duration A_LITTLE_LATER = Duration.ofMillis(150);
    private static final AtomicInteger VISITS = new AtomicInteger();
    private static final AtomicInteger FIRST_ATTEMPTS = new AtomicInteger();

    /** Kills this process when it is here for the n-th time. */
    private void visit(int nth) {
        if (VISITS.incrementAndGet() == nth) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private void visitSoon(int nth, Duration soon) {
        if (VISITS.incrementAndGet() == nth) {
            new Thread(() -> {
                        LockSupport.parkNanos(soon.toNanos());
                        Runtime.getRuntime().halt(KILLED);
                    })
                    .start();
        }
    }

    MessageSender around(MessageSender sender, int nth) {
        return row -> Mono.fromRunnable(() -> visitAt(AFTER_COMMIT_BEFORE_SEND, nth))
                .then(sender.send(row))
                .then(Mono.fromRunnable(() -> visitAt(AFTER_SEND_BEFORE_MARK, nth)));
    }

    <T> MessageHandler<T> around(MessageHandler<T> handler, int nth) {
        return new Handler<>(handler, this, nth);
    }

    // In the middle of the n-th deletion, or after it
    private DatabaseClient around(DatabaseClient client, int nth) {
        return (DatabaseClient) Proxy.newProxyInstance(
                DatabaseClient.class.getClassLoader(),
                new Class<?>[] {DatabaseClient.class},
                (proxy, method, values) -> {
                    if (this == DURING_PURGE
                            && values != null
                            && String.valueOf(values[0]).startsWith("DELETE TOP")) {
                        visitSoon(
                                nth,
                                Duration.ofNanos(ThreadLocalRandom.current().nextInt(3_000_000)));
                    }
                    return method.invoke(client, values);
                });
    }

    /** The database, every sender and every handler get their points. */
    BeanPostProcessor everywhere(int nth) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DatabaseClient client) {
                    return around(client, nth);
                }
                if (bean instanceof MessageSender sender) {
                    return around(sender, nth);
                }
                return bean instanceof MessageHandler<?> handler ? around(handler, nth) : bean;
            }
        };
    }

    private void visitAt(CrashPoint here, int nth) {
        if (this == here) {
            visit(nth);
        }
    }

    private record Handler<T>(MessageHandler<T> handler, CrashPoint point, int nth) implements MessageHandler<T> {
        @Override
        public String type() {
            return handler.type();
        }

        @Override
        public Class<T> dataType() {
            return handler.dataType();
        }

        @Override
        public Mono<Void> handle(T data, ReceivedMessage message) {
            if (message.attempt() > 1) {
                System.out.println("attempt %d of %s at %s".formatted(message.attempt(), message.id(), Instant.now()));
            }
            return handler.handle(data, message)
                    .then(Mono.fromRunnable(() -> point.visitAt(AFTER_RECEIVE_BEFORE_COMMIT, nth)))
                    .then(AfterCommit.run(() -> point.visitAt(AFTER_COMMIT_BEFORE_COMPLETE, nth)))
                    .then(Mono.defer(() -> failAtFirst(message)));
        }

        // Every seventh message fails at first, so that some are always parked when the process dies; who is about to
        // be killed fails with them again, and cannot be done before.
        private Mono<Void> failAtFirst(ReceivedMessage message) {
            boolean fails = message.attempt() == 1 ? FIRST_ATTEMPTS.incrementAndGet() % 7 == 0 : point == WHILE_PARKED;
            if (fails && point == WHILE_PARKED) {
                point.visitSoon(nth, A_LITTLE_LATER);
            }
            return fails ? Mono.error(new IllegalStateException("the vault is closed")) : Mono.empty();
        }
    }
}
