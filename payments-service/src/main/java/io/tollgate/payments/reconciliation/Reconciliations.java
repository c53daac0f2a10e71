package io.tollgate.payments.reconciliation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The comparisons, one per day, each made by one instance at a time. */
public interface Reconciliations {
    /** Asks for a day that nobody has asked for; whoever comes second changes nothing. */
    Mono<Void> ensure(LocalDate day);

    /** Asks for a day, once more if need be. */
    Mono<Void> request(LocalDate day);

    /** A day that is due and that nobody works on. */
    Mono<LocalDate> claim(Duration forAtMost);

    /** Gives the day back; due again after the pause. */
    Mono<Void> postpone(LocalDate day, Duration pause);

    /** Keeps what was found, instead of what was found before. */
    Mono<Void> finish(LocalDate day, Result result);

    Mono<Reconciliation> find(LocalDate day);

    /** How many differences were found on the day or later. */
    Mono<Map<Difference.Kind, Long>> differencesSince(LocalDate day);
}
