package io.tollgate.delivery;

import io.tollgate.database.Outages;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
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
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    Settlement(ReceiverMeters meters) {
        this.meters = meters;
    }

    void settle(MessageLock lock, Receiver receiver, Message<byte[]> message) {
        Outcome outcome = receiver.receive(message, lock.entity())
                .retryWhen(whileTheDatabaseIsAway(receiver))
                .onErrorResume(failure -> Mono.just(unparkable(receiver, failure)))
                .takeUntilOther(stopping.asMono())
                .block();
        try {
            settle(lock, receiver, outcome);
        } catch (RuntimeException e) {
            // The lock was lost: the message comes again, and the inbox knows it.
            meters.unsettled(receiver.consumer());
            LOG.info("{} could not settle a message, it will come again: {}", receiver.consumer(), e.getMessage());
        }
    }

    private void settle(MessageLock lock, Receiver receiver, Outcome outcome) {
        if (outcome == null) { // stopping
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
                .filter(Outages::isDatabaseAway)
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
        stopping = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the bindings, so that none of them waits for a message that waits for the database. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
