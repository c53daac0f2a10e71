package io.tollgate.workers.thirdparty;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the carrier about one shipment: no transaction is open and no connection held while it is asked. */
@Service
public class RunBooking {
    private static final Logger LOG = LoggerFactory.getLogger(RunBooking.class);
    private static final int AT_ONCE = 100;

    private final Bookings bookings;
    private final ResolveBooking resolve;
    private final SettleBooking settle;
    private final ThirdpartyProperties properties;
    private final Clock clock;

    RunBooking(
            Bookings bookings,
            ResolveBooking resolve,
            SettleBooking settle,
            ThirdpartyProperties properties,
            Clock clock) {
        this.bookings = bookings;
        this.resolve = resolve;
        this.settle = settle;
        this.properties = properties;
        this.clock = clock;
    }

    /** The state it came to; empty when somebody else works on it or the carrier gave no answer. */
    public Mono<BookingState> handle(ClaimedBooking claimed) {
        ShipmentId id = claimed.booking().id();
        return resolve.handle(claimed)
                .flatMap(answer -> settle.handle(id, answer))
                .onErrorResume(CarrierFailure.class, failure -> postpone(claimed, failure));
    }

    public Mono<ClaimedBooking> claim(ShipmentId id) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return bookings.claim(id, now, now.plus(properties.lease()));
        });
    }

    /** Some of those that nobody was woken for. */
    public Flux<ShipmentId> leftBehind() {
        return Flux.defer(() -> bookings.due(clock.instant(), AT_ONCE));
    }

    private Mono<BookingState> postpone(ClaimedBooking claimed, CarrierFailure failure) {
        ShipmentId id = claimed.booking().id();
        LOG.warn("{} is in doubt after attempt {}: {}", id, claimed.attempt(), failure.getMessage());
        Instant due = clock.instant().plus(properties.pauseAfter(claimed.attempt(), id));
        return bookings.postpone(id, due).then(Mono.empty());
    }
}
