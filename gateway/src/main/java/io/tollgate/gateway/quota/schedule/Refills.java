package io.tollgate.gateway.quota.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.quota.FetchLeases;
import io.tollgate.gateway.quota.Holdings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again after what is held, so that requests find it there. */
@Component
final class Refills {
    private final FetchLeases fetch;
    private final Counter failures;

    Refills(FetchLeases fetch, Holdings holdings, MeterRegistry meters) {
        this.fetch = fetch;
        this.failures = meters.counter("tollgate.gateway.quota.refill.failures");
        meters.gauge("tollgate.gateway.quota.held", holdings, Holdings::size);
    }

    /** What could not be fetched is fetched at the next look, or by whoever needs it. */
    @Scheduled(fixedDelayString = "${tollgate.gateway.quota.look}")
    Mono<Void> look() {
        return fetch.refill().doOnError(failure -> failures.increment()).onErrorComplete();
    }
}
