package io.tollgate.payments.payment.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.payments.payment.Intents;
import io.tollgate.payments.payment.Intents.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows how much is in doubt at the card network, and for how long: what must not rest. */
@Component
class IntentGauges {
    private static final Logger LOG = LoggerFactory.getLogger(IntentGauges.class);

    private final Intents intents;
    private final Clock clock;
    private volatile Backlog last = new Backlog(0, Optional.empty());

    IntentGauges(Intents intents, Clock clock, MeterRegistry meters) {
        this.intents = intents;
        this.clock = clock;
        Gauge.builder("tollgate.payments.intents.open", () -> last.open()).register(meters);
        Gauge.builder("tollgate.payments.intents.oldest", this::oldestSeconds)
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(initialDelay = 0, fixedDelay = 10_000)
    Mono<Void> measure() {
        return intents.backlog()
                .doOnNext(backlog -> last = backlog)
                .then()
                .doOnError(failure -> LOG.warn("what is in doubt cannot be counted: {}", failure.getMessage()))
                .onErrorComplete();
    }

    private double oldestSeconds() {
        return last.oldest()
                .map(opened -> Duration.between(opened, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
