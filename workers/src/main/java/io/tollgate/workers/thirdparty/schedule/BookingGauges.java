package io.tollgate.workers.thirdparty.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.workers.thirdparty.Bookings;
import io.tollgate.workers.thirdparty.Bookings.Backlog;
import java.time.Clock;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many shipments the carrier owes an answer, and for how long. */
@Component
class BookingGauges {
    private final Bookings bookings;
    private volatile Backlog seen = new Backlog(0, Optional.empty());

    BookingGauges(Bookings bookings, MeterRegistry meters, Clock clock) {
        this.bookings = bookings;
        Gauge.builder("tollgate.shipments.open", () -> seen.open()).register(meters);
        Gauge.builder(
                        "tollgate.shipments.oldest",
                        () -> seen.age(clock.instant()).toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelay = 10_000)
    Mono<Void> look() {
        return bookings.backlog().doOnNext(backlog -> seen = backlog).then();
    }
}
