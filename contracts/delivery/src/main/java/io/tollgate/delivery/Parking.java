package io.tollgate.delivery;

import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Takes a message that cannot be handled now off the bus and keeps it here, unless its user was erased. */
final class Parking {
    private final ParkedMessages parked;
    private final Backoff backoff;
    private final Clock clock;
    private final Nudge retry;
    private final ErasedUsers erased;

    Parking(ParkedMessages parked, ErasedUsers erased, Backoff backoff, Clock clock, Nudge retry) {
        this.parked = parked;
        this.erased = erased;
        this.backoff = backoff;
        this.clock = clock;
        this.retry = retry;
    }

    /** Whether something of the same key waits already, so that this must wait behind it. */
    Mono<Boolean> holds(Handling.Task<?> task) {
        return parked.holds(task.consumer(), task.parkingKey());
    }

    Mono<Outcome> parkBehind(Handling.Task<?> task) {
        return unlessErased(
                task,
                Mono.defer(() -> parked.add(
                                new ParkedMessage(
                                        0, task.consumer(), task.parkingKey(), task.message(), 0, clock.instant()),
                                Optional.empty()))
                        .thenReturn(Outcome.PARKED_BEHIND));
    }

    Mono<Outcome> park(Handling.Task<?> task, Throwable failure) {
        return unlessErased(task, Mono.defer(() -> add(task, failure)).thenReturn(Outcome.PARKED));
    }

    private Mono<Void> add(Handling.Task<?> task, Throwable failure) {
        var due = clock.instant().plus(backoff.after(1));
        return parked.add(
                        new ParkedMessage(0, task.consumer(), task.parkingKey(), task.message(), 1, due),
                        Optional.of(ParkedMessages.Failure.of(failure)))
                .then(Mono.fromRunnable(retry::wake));
    }

    private Mono<Outcome> unlessErased(Handling.Task<?> task, Mono<Outcome> parking) {
        return erased.concerns(task.message()).flatMap(gone -> gone ? Mono.just(Outcome.ERASED) : parking);
    }
}
