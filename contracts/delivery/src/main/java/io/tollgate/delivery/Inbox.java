package io.tollgate.delivery;

import io.tollgate.database.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What was done already. The row is written first in the transaction of the effect: a second one cannot be. */
final class Inbox {
    private static final String HANDLED = "handled";
    private static final String DEAD_LETTERED = "dead-lettered";
    private static final String INSERT =
            """
            INSERT INTO inbox (consumer, source, message_id, outcome, received_at)
            VALUES (:consumer, :source, :id, :outcome, :now)
            """;
    private static final String FORGET =
            """
            DELETE FROM inbox
            WHERE consumer = :consumer AND source = :source AND message_id = :id AND outcome = 'dead-lettered'
            """;

    private final DatabaseClient client;
    private final Clock clock;
    private final Duration oldest;

    /** @param oldest age up to which it is certain that a message received before is remembered */
    Inbox(DatabaseClient client, Clock clock, Duration oldest) {
        this.client = client;
        this.clock = clock;
        this.oldest = oldest;
    }

    /** Whether it may have been received before and been forgotten since. */
    boolean isTooOld(IncomingMessage message) {
        return message.time().plus(oldest).isBefore(clock.instant());
    }

    /** The message was received before: what it asks for is done, or was given up. */
    static final class AlreadyReceived extends RuntimeException {
        AlreadyReceived() {
            super("received before", null, false, false);
        }
    }

    /** In the transaction of the effect; a message that somebody replays may follow its own dead letter. */
    Mono<Void> add(String consumer, IncomingMessage message) {
        return (message.replayed() ? forgetDeadLetter(consumer, message) : Mono.<Void>empty())
                .then(insert(consumer, message, HANDLED))
                .onErrorMap(DuplicateKeyException.class, duplicate -> new AlreadyReceived());
    }

    /** In the transaction of the dead letter: a late repetition of the message must not be handled after all. */
    Mono<Void> addDeadLettered(String consumer, IncomingMessage message) {
        return insert(consumer, message, DEAD_LETTERED);
    }

    Mono<Long> purge(int count, Instant receivedBefore) {
        return client.sql("DELETE TOP (" + count + ") FROM inbox WHERE received_at < :before")
                .bind("before", UtcDateTime.toColumn(receivedBefore))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> insert(String consumer, IncomingMessage message, String outcome) {
        return client.sql(INSERT)
                .bind("consumer", consumer)
                .bind("source", message.source())
                .bind("id", message.id())
                .bind("outcome", outcome)
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .then();
    }

    private Mono<Void> forgetDeadLetter(String consumer, IncomingMessage message) {
        return client.sql(FORGET)
                .bind("consumer", consumer)
                .bind("source", message.source())
                .bind("id", message.id())
                .then();
    }
}
