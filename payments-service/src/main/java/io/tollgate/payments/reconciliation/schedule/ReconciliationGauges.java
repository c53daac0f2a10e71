package io.tollgate.payments.reconciliation.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.payments.reconciliation.Difference;
import io.tollgate.payments.reconciliation.Reconciliations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what the card network and the ledger did not agree about in the last thirty days. */
@Component
class ReconciliationGauges {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationGauges.class);
    private static final int DAYS = 30;

    private final Reconciliations reconciliations;
    private final Clock clock;
    private volatile Map<Difference.Kind, Long> last = Map.of();

    ReconciliationGauges(Reconciliations reconciliations, Clock clock, MeterRegistry meters) {
        this.reconciliations = reconciliations;
        this.clock = clock;
        for (Difference.Kind kind : Difference.Kind.values()) {
            Gauge.builder("tollgate.payments.reconciliation.differences", () -> last.getOrDefault(kind, 0L))
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private LocalDate since() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS);
    }

    @Scheduled(initialDelay = 0, fixedDelay = 10_000)
    Mono<Void> measure() {
        return Mono.defer(() -> reconciliations.differencesSince(since()))
                .doOnNext(found -> last = found)
                .then()
                .doOnError(failure -> LOG.warn("differences cannot be counted: {}", failure.getMessage()))
                .onErrorComplete();
    }
}
