package io.tollgate.http.idempotency;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The requests under a key that this process is working on: equal ones wait for the first, holding nothing. */
final class Flights {
    /** When who waited in vain may come again. */
    static final Duration COME_BACK = Duration.ofSeconds(5);

    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Clock clock;

    Flights(Duration patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /** Does the work alone, or is told what who did it is told; when that one left nothing, one of those who wait is next. */
    Mono<Told> alone(Sent sent, Supplier<Mono<Told>> work) {
        return Mono.defer(() -> next(sent, work, clock.instant().plus(patience)));
    }

    static RuntimeException inFlight() {
        return Problem.of(ProblemTypes.REQUEST_IN_FLIGHT).retryAfter(COME_BACK).asRefusal();
    }

    private Mono<Told> next(Sent sent, Supplier<Mono<Told>> work, Instant until) {
        Flight mine = new Flight(sent.fingerprint());
        Flight other = flights.putIfAbsent(sent.id(), mine);
        return other == null
                ? Mono.defer(work).doOnNext(mine::brings).doFinally(end -> land(sent, mine))
                : after(other, sent, work, until);
    }

    private Mono<Told> after(Flight other, Sent sent, Supplier<Mono<Told>> work, Instant until) {
        sent.requireSame(other.fingerprint());
        return other.landed()
                .timeout(Duration.between(clock.instant(), until))
                .onErrorMap(TimeoutException.class, tooLong -> inFlight())
                .map(Told::again)
                .switchIfEmpty(Mono.defer(() -> next(sent, work, until)));
    }

    // Gone before it is told: who then finds that there is nothing to repeat must not find this one again.
    private void land(Sent sent, Flight mine) {
        flights.remove(sent.id(), mine);
        mine.land();
    }
}
