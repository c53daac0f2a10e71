package io.tollgate.payments.reconciliation.schedule;

import io.tollgate.payments.reconciliation.AskForReconciliation;
import io.tollgate.payments.reconciliation.RunReconciliations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks for yesterday once a day, and makes what was asked for; the table decides which instance does. */
@Component
class ReconciliationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationTimer.class);

    private final AskForReconciliation ask;
    private final RunReconciliations run;

    ReconciliationTimer(AskForReconciliation ask, RunReconciliations run) {
        this.ask = ask;
        this.run = run;
    }

    @Scheduled(
            initialDelayString = "${payments.reconciliation.sweep}",
            fixedDelayString = "${payments.reconciliation.sweep}")
    Mono<Void> look() {
        // Spring calls this once, and subscribes every time
        return Mono.defer(ask::handleDaily)
                .then(Mono.defer(run::handle))
                .doOnError(failure -> LOG.warn("the books cannot be compared now", failure))
                .onErrorComplete();
    }
}
