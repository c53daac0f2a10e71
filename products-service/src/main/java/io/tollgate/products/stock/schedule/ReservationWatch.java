package io.tollgate.products.stock.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.products.stock.OverdueReservations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the reservations that wait too long: products ends none of them, it says so. */
@Component
class ReservationWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReservationWatch.class);

    private final OverdueReservations reservations;
    private volatile long overdue;

    ReservationWatch(OverdueReservations reservations, MeterRegistry meters) {
        this.reservations = reservations;
        Gauge.builder("tollgate.products.reservations.overdue", this, watch -> watch.overdue)
                .description("Reservations open for twice the time that orders has to decide")
                .register(meters);
    }

    /** A count that fails says nothing: the database's own alarms do. */
    @Scheduled(initialDelayString = "${products.reservations.look}", fixedDelayString = "${products.reservations.look}")
    Mono<Void> look() {
        return reservations.count().doOnNext(this::report).onErrorComplete().then();
    }

    private void report(long count) {
        if (count > 0 && overdue == 0) {
            LOG.warn("{} reservations wait too long for a decision of orders; see /admin/v1/reservations", count);
        }
        overdue = count;
    }
}
