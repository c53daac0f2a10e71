package io.tollgate.payments.reconciliation;

import io.tollgate.payments.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Asks for the comparison of a day: somebody at any time, and the clock for every day that has ended. */
@Service
public class AskForReconciliation {
    private final Reconciliations reconciliations;
    private final Ledger ledger;
    private final ReconciliationProperties properties;
    private final Clock clock;

    AskForReconciliation(
            Reconciliations reconciliations, Ledger ledger, ReconciliationProperties properties, Clock clock) {
        this.reconciliations = reconciliations;
        this.ledger = ledger;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Mono<Reconciliation> handle(LocalDate day) {
        if (day.isAfter(today())) {
            return Mono.error(new DayNotBegun(day));
        }
        return earliest()
                .flatMap(earliest -> day.isBefore(earliest)
                        ? Mono.error(new DayBeforeFirstPayment(day, earliest))
                        : reconciliations.request(day).then(Mono.defer(() -> reconciliations.find(day))));
    }

    /** The day before the first payment: midnight is not the same moment for both. */
    private Mono<LocalDate> earliest() {
        return ledger.opened()
                .map(AskForReconciliation::dayOf)
                .switchIfEmpty(Mono.fromSupplier(this::today))
                .map(first -> first.minusDays(1));
    }

    /** Yesterday, once its file can be expected; whoever comes second changes nothing. */
    public Mono<Void> handleDaily() {
        return now().isBefore(properties.at()) ? Mono.empty() : reconciliations.ensure(today().minusDays(1));
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private LocalTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalTime();
    }
}
