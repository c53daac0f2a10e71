package io.tollgate.delivery;

import io.tollgate.database.Outages;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells the broker what became of a message, after the commit and on the binder's own thread, which waits here. While
 * the database is away the lock is held and the pause grows: the bus keeps the backlog, and nothing spins.
 */
final class Settlement implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ReceiverMeters meters;
    private final ReceiverProgress progress;
    private volatile boolean running = true;

    Settlement(ReceiverMeters meters, ReceiverProgress progress) {
        this.meters = meters;
        this.progress = progress;
    }

    void settle(MessageLock lock, Receiver receiver, Message<byte[]> message) {
        progress.taken(lock.entity());
        try {
            settle(lock, receiver, await(lock, receiver, message));
        } catch (RuntimeException e) {
            // The lock was lost: the message comes again, and the inbox knows it.
            meters.unsettled(receiver.consumer());
            LOG.info("{} could not settle a message, it will come again: {}", receiver.consumer(), e.getMessage());
        } finally {
            progress.settled(lock.entity());
        }
    }

    private Outcome await(MessageLock lock, Receiver receiver, Message<byte[]> message) {
        try {
            return receiver.receive(message, lock.entity())
                    .retryWhen(whileTheDatabaseIsAway(receiver))
                    .onErrorResume(this::isGivenBack, stopping -> Mono.empty())
                    .onErrorResume(failure -> Mono.just(unparkable(receiver, failure)))
                    .block();
        } finally {
            progress.handled(lock.entity());
        }
    }

    private boolean isGivenBack(Throwable failure) {
        return !running && Outages.isDatabaseAway(failure);
    }

    private void settle(MessageLock lock, Receiver receiver, Outcome outcome) {
        if (outcome == null) { // stopping while the database is away
            lock.abandon();
            return;
        }
        meters.received(receiver.consumer(), outcome);
        outcome.deadLetter()
                .ifPresentOrElse(letter -> lock.deadLetter(letter.reason(), letter.description()), lock::complete);
    }

    private Retry whileTheDatabaseIsAway(Receiver receiver) {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .filter(failure -> running && Outages.isDatabaseAway(failure))
                .doBeforeRetry(signal -> {
                    meters.held(receiver.consumer());
                    LOG.warn(
                            "the database is away, {} holds its message: {}",
                            receiver.consumer(),
                            signal.failure().getMessage());
                });
    }

    // The database answers and takes neither the effect nor the parking: only the broker can still keep the message.
    private static Outcome unparkable(Receiver receiver, Throwable failure) {
        LOG.error("{} can neither handle nor park a message", receiver.consumer(), failure);
        return Outcome.deadLettered("unparkable", failure.getClass().getName());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the receivers drain: they would wait for a message that waits for the database. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
