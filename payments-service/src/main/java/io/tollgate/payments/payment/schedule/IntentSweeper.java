package io.tollgate.payments.payment.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.IntentProperties;
import io.tollgate.payments.payment.Intents;
import io.tollgate.payments.payment.RunIntent;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs every step that was just decided, and every step that was left behind, for as long as the process lives. */
@Component
class IntentSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(IntentSweeper.class);
    private static final int AT_ONCE = 100;

    private final IntentWakes wakes;
    private final Intents intents;
    private final RunIntent run;
    private final IntentProperties properties;
    private final MeterRegistry meters;

    IntentSweeper(
            IntentWakes wakes, Intents intents, RunIntent run, IntentProperties properties, MeterRegistry meters) {
        this.wakes = wakes;
        this.intents = intents;
        this.run = run;
        this.properties = properties;
        this.meters = meters;
    }

    /** Started once by Spring, which also cancels it: one stream that no failure ends. */
    @Scheduled(initialDelay = 0)
    Flux<Void> sweep() {
        return Flux.merge(wakes.heard(), leftBehind()).flatMap(this::isolated, properties.concurrency());
    }

    private Flux<IntentKey> leftBehind() {
        return Flux.interval(Duration.ZERO, properties.sweep())
                .onBackpressureDrop()
                .concatMap(tick -> intents.due(AT_ONCE).onErrorResume(this::notFound), 1);
    }

    private Mono<Void> isolated(IntentKey key) {
        return run.handle(key)
                .doOnNext(result -> count(key, result.name()))
                .then()
                .onErrorResume(failure -> leave(key, failure));
    }

    /** The fallback for what nobody foresaw: the claim runs out, and the step is found again. */
    private Mono<Void> leave(IntentKey key, Throwable failure) {
        LOG.error("{} failed and is taken up again when its claim has run out", key, failure);
        count(key, "FAILED");
        return Mono.empty();
    }

    /** The fallback for a database that is away: the next tick asks again. */
    private Flux<IntentKey> notFound(Throwable failure) {
        LOG.warn("the steps left behind cannot be looked up", failure);
        return Flux.empty();
    }

    private void count(IntentKey key, String result) {
        String step = key.step().name().toLowerCase(Locale.ROOT);
        meters.counter("tollgate.payments.intents", "step", step, "result", result.toLowerCase(Locale.ROOT))
                .increment();
    }
}
