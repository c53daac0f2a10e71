package io.tollgate.delivery;

import io.tollgate.database.AfterCommit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import reactor.core.publisher.Mono;

/** Where a process is killed from within, as kill -9 would: nothing is flushed, closed or said. */
enum CrashPoint {
    NOWHERE,
    AFTER_COMMIT_BEFORE_SEND,
    AFTER_SEND_BEFORE_MARK,
    AFTER_RECEIVE_BEFORE_COMMIT,
    AFTER_COMMIT_BEFORE_COMPLETE,
    WHILE_PARKED;

    static final int KILLED = 42;

    private static final AtomicInteger VISITS = new AtomicInteger();

    /** Kills this process when it is here for the n-th time. */
    private void visit(int nth) {
        if (VISITS.incrementAndGet() == nth) {
            Runtime.getRuntime().halt(KILLED);
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

    /** Every sender and every handler gets its points. */
    BeanPostProcessor everywhere(int nth) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
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
            return handler.handle(data, message)
                    .then(Mono.fromRunnable(() -> point.visitAt(AFTER_RECEIVE_BEFORE_COMMIT, nth)))
                    .then(AfterCommit.run(() -> point.visitAt(AFTER_COMMIT_BEFORE_COMPLETE, nth)))
                    .then(Mono.defer(() -> failOnce(message)));
        }

        // Every seventh message fails at first, so that some are always parked when the process dies.
        private Mono<Void> failOnce(ReceivedMessage message) {
            boolean fails =
                    message.attempt() == 1 && Math.floorMod(message.subject().hashCode(), 7) == 0;
            if (fails) {
                point.visitAt(WHILE_PARKED, nth);
            }
            return fails ? Mono.error(new IllegalStateException("the vault is closed")) : Mono.empty();
        }
    }
}
