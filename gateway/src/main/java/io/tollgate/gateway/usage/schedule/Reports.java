package io.tollgate.gateway.usage.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tollgate.gateway.usage.Reported;
import io.tollgate.gateway.usage.SendReports;
import io.tollgate.gateway.usage.UsageProperties;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reports again and again, and once more when the last request is answered. */
@Component
final class Reports implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    /** After the web server has answered what was in flight, before it and what calls users-service are taken down. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1536;

    private final SendReports reports;
    private final Duration lastWithin;
    private final Counter failures;
    private volatile boolean running;
    private volatile boolean away;

    Reports(SendReports reports, UsageProperties properties, MeterRegistry meters) {
        this.reports = reports;
        this.lastWithin = properties.lastReportWithin();
        this.failures = meters.counter("tollgate.gateway.reports", "outcome", "failed");
        reports.sources().forEach(source -> watch(source, meters));
    }

    private static void watch(Reported source, MeterRegistry meters) {
        Tags what = Tags.of("what", source.name());
        meters.gauge("tollgate.gateway.reports.waiting", what, source, Reported::waiting);
        FunctionCounter.builder("tollgate.gateway.reports.dropped", source, Reported::dropped)
                .tags(what)
                .register(meters);
    }

    /** What could not be told is told at the next tick: nothing is lost by waiting. */
    @Scheduled(fixedDelayString = "${tollgate.gateway.usage.reports-every}")
    Mono<Void> report() {
        return reports.handle()
                .doOnSuccess(told -> heard())
                .doOnError(this::failed)
                .onErrorComplete();
    }

    private void heard() {
        if (away) {
            log.info("users-service takes reports again");
            away = false;
        }
    }

    private void failed(Throwable failure) {
        failures.increment();
        if (!away) {
            log.warn("users-service takes no reports, they wait: {}", failure.getMessage());
            away = true;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** On the thread that ends the process. */
    @Override
    public void stop() {
        running = false;
        reports.last()
                .timeout(lastWithin)
                .doOnError(failure -> log.warn("the last report did not arrive: {}", failure.getMessage()))
                .onErrorComplete()
                .block();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
