package io.tollgate.workers.thirdparty;

import io.tollgate.testing.MutableClock;
import io.tollgate.workers.thirdparty.CarrierAnswer.Booked;
import io.tollgate.workers.thirdparty.CarrierAnswer.Canceled;
import io.tollgate.workers.thirdparty.CarrierAnswer.NeverSeen;
import io.tollgate.workers.thirdparty.CarrierAnswer.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import reactor.core.publisher.Mono;

/** A carrier that keeps its promise about keys, and no other: it loses requests and answers, and books late. */
final class MoodyCarrier implements Carrier {
    /** Less than what the workers take for the longest that a request may be under way. */
    private static final int LATEST_SECONDS = 25;

    private final Random chance;
    private final MutableClock clock;
    private final boolean refuses;
    private final boolean departs;
    private final List<Instant> underWay = new ArrayList<>();
    private boolean calm;
    private boolean decided;
    private boolean booked;
    private boolean canceled;
    private int everBooked;

    MoodyCarrier(Random chance, MutableClock clock) {
        this.chance = chance;
        this.clock = clock;
        this.refuses = chance.nextInt(5) == 0;
        this.departs = chance.nextInt(5) == 0;
    }

    void calmDown() {
        calm = true;
    }

    int everBooked() {
        return everBooked;
    }

    int active() {
        return booked && !canceled ? 1 : 0;
    }

    void lateArrivals() {
        underWay.removeIf(arrives -> {
            boolean now = !arrives.isAfter(clock.instant());
            if (now) {
                decide();
            }
            return now;
        });
    }

    @Override
    public Mono<CarrierAnswer> book(ShipmentId id, Parcel parcel) {
        return Mono.defer(() -> {
            int mood = calm ? 9 : chance.nextInt(10);
            if (mood < 2) {
                return lost();
            }
            if (mood < 4) {
                underWay.add(clock.instant().plus(Duration.ofSeconds(1 + chance.nextInt(LATEST_SECONDS))));
                return lost();
            }
            decide();
            return mood < 6 ? lost() : Mono.just(known().orElseThrow());
        });
    }

    @Override
    public Mono<CarrierAnswer> ask(ShipmentId id) {
        return Mono.defer(
                () -> !calm && chance.nextInt(4) == 0 ? lost() : Mono.just(known().orElseGet(NeverSeen::new)));
    }

    @Override
    public Mono<CarrierAnswer> cancel(ShipmentId id, String parcelId) {
        return Mono.defer(() -> {
            if (!calm && chance.nextInt(4) == 0) {
                return lost();
            }
            canceled = canceled || !departs;
            CarrierAnswer answer = departs ? new Refused("already-departed") : new Canceled();
            return !calm && chance.nextInt(4) == 0 ? lost() : Mono.just(answer);
        });
    }

    /** Once per key, which is all that is promised. */
    private void decide() {
        if (!decided) {
            decided = true;
            booked = !refuses;
            everBooked += booked ? 1 : 0;
        }
    }

    private Optional<CarrierAnswer> known() {
        if (!decided) {
            return Optional.empty();
        }
        return Optional.of(refuses ? new Refused("address-refused") : new Booked(ShipmentFixtures.RECEIPT));
    }

    private static Mono<CarrierAnswer> lost() {
        return Mono.error(new CarrierFailure("lost"));
    }
}
