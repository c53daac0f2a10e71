package io.tollgate.delivery;

import io.tollgate.database.Conflicts;
import java.time.Duration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** One message, once: the inbox row and the effect in one transaction, begun again when somebody else won a row. */
final class Handling {
    private final Inbox inbox;
    private final TransactionalOperator transaction;
    private final TraceCarrier traces;
    private final Duration timeout;

    Handling(Inbox inbox, TransactionalOperator transaction, TraceCarrier traces, Duration timeout) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.traces = traces;
        this.timeout = timeout;
    }

    /** The message with its data read and its handler known. */
    record Task<T>(String consumer, IncomingMessage message, MessageHandler<T> handler, T data) {
        Mono<Void> effect() {
            return Mono.defer(() -> handler.handle(data, message.envelope()));
        }

        String parkingKey() {
            String key = handler.parkingKey(data, message.envelope());
            return key == null || key.isBlank() ? message.id() : Columns.cut(key, ParkedMessages.LONGEST_KEY);
        }
    }

    /** Nobody can tell any more whether it was handled before. */
    boolean isTooOld(Task<?> task) {
        return inbox.isTooOld(task.message());
    }

    /**
     * True when it was handled now, false when it had been before. {@code alongside} belongs to the same transaction,
     * after the inbox row and before the effect.
     */
    Mono<Boolean> once(Task<?> task, Mono<Void> alongside) {
        Mono<Boolean> work = inbox.add(task.consumer(), task.message())
                .then(alongside)
                .then(task.effect())
                .timeout(timeout)
                .as(transaction::transactional)
                .retryWhen(Conflicts.rerun())
                .thenReturn(true)
                .onErrorReturn(Inbox.AlreadyReceived.class, false);
        return traces.process(task.message(), task.consumer(), work);
    }
}
