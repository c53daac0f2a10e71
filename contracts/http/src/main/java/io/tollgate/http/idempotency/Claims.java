package io.tollgate.http.idempotency;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides whose turn it is: gives a turn to one request and lets equal ones wait, holding no connection. */
final class Claims {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final int LONGEST_PAUSE_DOUBLINGS = 4;

    private final IdempotencyRecords records;
    private final IdempotencyProperties properties;
    private final Clock clock;

    Claims(IdempotencyRecords records, IdempotencyProperties properties, Clock clock) {
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    /** This request's turn, or how the one before ended. Who comes first needs one statement; who waits only reads. */
    Mono<Turn> turn(Sent sent) {
        return records.claim(sent).map(Turn::mine).switchIfEmpty(Mono.defer(() -> awaited(sent)));
    }

    private Mono<Turn> awaited(Sent sent) {
        return Mono.defer(() -> look(sent))
                .repeatWhenEmpty(Claims::pauses)
                .timeout(properties.patience())
                .onErrorMap(TimeoutException.class, tooLong -> Problem.of(ProblemTypes.REQUEST_IN_FLIGHT)
                        .retryAfter(properties.lease())
                        .asRefusal());
    }

    private Mono<Turn> look(Sent sent) {
        return records.find(sent.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.map(record -> after(sent, record))
                        .orElseGet(() -> records.claim(sent).map(Turn::mine)));
    }

    private Mono<Turn> after(Sent sent, IdempotencyRecord record) {
        if (record.isFree(clock.instant())) {
            return records.takeOver(sent, record.claim()).map(Turn::mine);
        }
        if (!record.fingerprint().equals(sent.fingerprint())) {
            return Mono.error(Problem.of(ProblemTypes.IDEMPOTENCY_KEY_REUSED).asRefusal());
        }
        return record.isEnded() ? Mono.just(Turn.over(record)) : Mono.empty();
    }

    private static Flux<Long> pauses(Flux<Long> empties) {
        return empties.concatMap(
                i -> Mono.delay(SHORTEST_PAUSE.multipliedBy(1L << Math.min(i, LONGEST_PAUSE_DOUBLINGS))));
    }
}
