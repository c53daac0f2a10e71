package io.tollgate.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives a message up: out of parking and on its way to the dead letters in one transaction. */
final class DeadLetters {
    private final ParkedMessages parked;
    private final Inbox inbox;
    private final R2dbcOutbox outbox;
    private final TransactionalOperator transaction;
    private final Settings settings;

    /** @param destination the entity that dead letters go to */
    record Settings(String destination, Clock clock) {}

    DeadLetters(
            ParkedMessages parked,
            Inbox inbox,
            R2dbcOutbox outbox,
            TransactionalOperator transaction,
            Settings settings) {
        this.parked = parked;
        this.inbox = inbox;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
    }

    Mono<Void> bury(ParkedMessage message, String reason, Throwable failure) {
        return parked.remove(message)
                .filter(removed -> removed == 1)
                .flatMap(mine -> inbox.addDeadLettered(message.consumer(), message.message())
                        .then(outbox.addRows(List.of(letter(message, reason, failure)))))
                .as(transaction::transactional);
    }

    private OutboxRow letter(ParkedMessage parked, String reason, Throwable failure) {
        IncomingMessage message = parked.message();
        return new OutboxRow(
                OutboxRow.UNPLACED,
                message.id(),
                message.source(),
                settings.destination(),
                message.type(),
                message.subject(),
                0,
                Optional.empty(),
                Optional.empty(),
                message.trace(),
                properties(parked, reason, failure),
                new String(message.body(), StandardCharsets.UTF_8),
                message.time(),
                settings.clock().instant());
    }

    // The first two are the broker's own names, so that its tools read these letters as they read its own.
    private static Map<String, String> properties(ParkedMessage parked, String reason, Throwable failure) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("DeadLetterReason", reason);
        properties.put(
                "DeadLetterErrorDescription", Columns.cut(String.valueOf(failure.getMessage()), Columns.FAILURE));
        properties.put("tollgate_exception", failure.getClass().getName());
        properties.put("tollgate_attempts", String.valueOf(parked.message().attempt()));
        properties.put("tollgate_consumer", parked.consumer());
        properties.put("tollgate_entity", parked.message().entity());
        properties.put("tollgate_next_action", "repair the cause, then replay to the entity");
        parked.message().trace().traceId().ifPresent(id -> properties.put("tollgate_trace_id", id));
        return properties;
    }
}
