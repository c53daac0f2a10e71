package io.tollgate.payments.reconciliation;

import java.time.Clock;
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
    private final ReconciliationProperties properties;
    private final Clock clock;

    AskForReconciliation(Reconciliations reconciliations, ReconciliationProperties properties, Clock clock) {
        this.reconciliations = reconciliations;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Mono<Reconciliation> handle(LocalDate day) {
        if (day.isAfter(today())) {
            return Mono.error(new DayNotBegun(day));
        }
        return reconciliations.request(day).then(Mono.defer(() -> reconciliations.find(day)));
    }

    /** Yesterday, once its file can be expected; whoever comes second changes nothing. */
    public Mono<Void> handleDaily() {
        return now().isBefore(properties.at()) ? Mono.empty() : reconciliations.ensure(today().minusDays(1));
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private LocalTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalTime();
    }
}
