package io.tollgate.delivery;

import io.tollgate.database.Outages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries what is parked and due, the first of each key; gives up what failed too often. */
final class ParkingRetry {
    static final String LEASE = "parking";
    // What is due waits so long, and a poll, when the process that tried last was killed: less than a second.
    static final Duration LEASE_TIME = Duration.ofMillis(700);
    private static final Logger LOG = LoggerFactory.getLogger(ParkingRetry.class);
    private static final int AT_ONCE = 50;

    private final ParkedMessages parked;
    private final Receivers receivers;
    private final Handling handling;
    private final DeadLetters deadLetters;
    private final Settings settings;

    /** @param attempts tries in all */
    record Settings(
            int attempts,
            int concurrency,
            Duration pollInterval,
            Backoff backoff,
            ErasedUsers erased,
            Leases leases,
            Clock clock,
            ReceiverMeters meters) {}

    ParkingRetry(
            ParkedMessages parked, Receivers receivers, Handling handling, DeadLetters deadLetters, Settings settings) {
        this.parked = parked;
        this.receivers = receivers;
        this.handling = handling;
        this.deadLetters = deadLetters;
        this.settings = settings;
    }

    /** One round; says how long to pause: not at all when the next of a key may be due now. */
    Mono<Duration> round() {
        return Mono.defer(() -> parked.due(AT_ONCE).collectList())
                .filter(due -> !due.isEmpty())
                .flatMap(due -> settings.leases().hold(LEASE).flatMap(lease -> retry(due)))
                .filter(tried -> tried > 0)
                .map(tried -> Duration.ZERO)
                .defaultIfEmpty(settings.pollInterval());
    }

    private Mono<Long> retry(List<ParkedMessage> due) {
        return Flux.fromIterable(due)
                .flatMapDelayError(message -> retry(message).thenReturn(message), settings.concurrency(), 1)
                .count();
    }

    /** What another process did with it since it was read is respected. */
    Mono<Void> retry(ParkedMessage message) {
        return Mono.fromSupplier(() -> task(message))
                .flatMap(task -> handling.once(task, take(message)))
                .flatMap(now -> settle(message, now))
                .onErrorResume(failure -> !Outages.isDatabaseAway(failure), failure -> failed(message, failure));
    }

    private Handling.Task<?> task(ParkedMessage message) {
        return receivers
                .find(message.consumer())
                .flatMap(receiver -> receiver.task(message.message()))
                .orElseThrow(() -> new MalformedMessage(message.consumer() + " no longer reads "
                        + message.message().type()));
    }

    // In the transaction of the effect: when another process was first, both are undone here.
    private Mono<Void> take(ParkedMessage message) {
        return parked.remove(message)
                .filter(removed -> removed == 1)
                .switchIfEmpty(Mono.error(Inbox.AlreadyReceived::new))
                .then();
    }

    private Mono<Void> settle(ParkedMessage message, boolean handledNow) {
        settings.meters().retried(message.consumer(), handledNow ? "handled" : "duplicate");
        return handledNow ? Mono.empty() : parked.remove(message).then();
    }

    /** What was parked in the very moment of its user's erasure is dropped now. */
    private Mono<Void> failed(ParkedMessage message, Throwable failure) {
        return settings.erased()
                .concerns(message.message())
                .flatMap(gone -> gone ? drop(message) : goOn(message, failure));
    }

    private Mono<Void> drop(ParkedMessage message) {
        settings.meters().retried(message.consumer(), "erased");
        return parked.remove(message).then();
    }

    private Mono<Void> goOn(ParkedMessage message, Throwable failure) {
        if (failure instanceof MalformedMessage) {
            return giveUp(message, "malformed", failure);
        }
        int attempts = message.message().attempt();
        return attempts >= settings.attempts()
                ? giveUp(message, "attempts-exhausted", failure)
                : again(message, attempts, failure);
    }

    private Mono<Void> again(ParkedMessage message, int attempts, Throwable failure) {
        settings.meters().retried(message.consumer(), "failed");
        LOG.warn(
                "{} failed at {} {} for the {}. time: {}",
                message.consumer(),
                message.message().type(),
                message.message().id(),
                attempts,
                failure.toString());
        return parked.reschedule(
                        message,
                        settings.clock().instant().plus(settings.backoff().after(attempts)),
                        ParkedMessages.Failure.of(failure))
                .then();
    }

    private Mono<Void> giveUp(ParkedMessage message, String reason, Throwable failure) {
        settings.meters().retried(message.consumer(), "dead-lettered");
        LOG.error(
                "{} gives up {} {} about {}: {}",
                message.consumer(),
                message.message().type(),
                message.message().id(),
                message.message().subject(),
                reason,
                failure);
        return deadLetters.bury(message, reason, failure);
    }
}
