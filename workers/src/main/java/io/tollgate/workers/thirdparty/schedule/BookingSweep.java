package io.tollgate.workers.thirdparty.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.workers.intent.Sweep;
import io.tollgate.workers.thirdparty.ClaimedBooking;
import io.tollgate.workers.thirdparty.RunBooking;
import io.tollgate.workers.thirdparty.ShipmentId;
import io.tollgate.workers.thirdparty.ThirdpartyProperties;
import java.util.Locale;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the carrier about what was just decided, what failed, and what was left by an instance that died. */
@Component
class BookingSweep {
    private final Sweep<ShipmentId> sweep;
    private final RunBooking run;
    private final ResumableTraces traces;
    private final ThirdpartyProperties properties;
    private final MeterRegistry meters;

    BookingSweep(
            BookingWakes wakes,
            RunBooking run,
            ResumableTraces traces,
            ThirdpartyProperties properties,
            MeterRegistry meters) {
        this.sweep = new Sweep<>("shipment", wakes.all(), run.leftBehind(), this::work);
        this.run = run;
        this.traces = traces;
        this.properties = properties;
        this.meters = meters;
    }

    /** Started once by Spring, which also cancels it. */
    @Scheduled(initialDelay = 0)
    Flux<Void> run() {
        return sweep.run(properties.sweep(), properties.concurrency());
    }

    private Mono<Void> work(ShipmentId id) {
        return run.claim(id).flatMap(this::traced);
    }

    private Mono<Void> traced(ClaimedBooking claimed) {
        String name = "shipment " + claimed.booking().state().name().toLowerCase(Locale.ROOT);
        Mono<String> outcome = run.handle(claimed)
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .defaultIfEmpty("in_doubt");
        return traces.resume(claimed.trace(), name, outcome)
                .doOnNext(this::count)
                .then();
    }

    private void count(String outcome) {
        meters.counter("tollgate.shipments", "outcome", outcome).increment();
    }
}
