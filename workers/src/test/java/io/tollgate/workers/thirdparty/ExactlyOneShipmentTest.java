package io.tollgate.workers.thirdparty;

import static io.tollgate.workers.thirdparty.ShipmentFixtures.ORDER;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.PARCEL;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.SHIPMENT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Lost answers, hangs, repetitions, cancellations and deaths at every step, in thousands of orders: at most one parcel. */
class ExactlyOneShipmentTest {
    private static final int WORLDS = 3_000;
    private static final int STEPS = 40;
    private static final Duration PAUSE = Duration.ofSeconds(4);

    @Test
    void whatever_happens_a_shipment_is_one_parcel_or_none_and_what_is_told_is_so() {
        List<BookingState> ends = IntStream.range(0, WORLDS)
                .mapToObj(seed -> new World(seed).play())
                .toList();

        // otherwise the worlds are too peaceful to prove anything
        assertThat(ends)
                .contains(
                        BookingState.BOOKED, BookingState.REFUSED, BookingState.CANCELED, BookingState.CANCEL_REFUSED);
    }

    private static final class World {
        private final int seed;
        private final Random chance;
        private final MutableClock clock = MutableClock.atNoon();
        private final FakeBookings bookings = new FakeBookings();
        private final List<BookingFact> told = new ArrayList<>();
        private final MoodyCarrier carrier;
        private final RunBooking run;
        private final BookShipment book;
        private final CancelShipment cancel;
        private boolean dying;

        World(int seed) {
            this.seed = seed;
            this.chance = new Random(seed);
            this.carrier = new MoodyCarrier(chance, clock);
            ThirdpartyProperties properties = new ThirdpartyProperties(
                    Duration.ofSeconds(1),
                    1,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));
            BookingEvents events = facts -> Mono.fromRunnable(() -> told.addAll(facts));
            SettleBooking settle = new SettleBooking(bookings, events, new MortalUnitOfWork(), clock);
            ResolveBooking resolve = new ResolveBooking(bookings, carrier, properties, clock);
            this.run = new RunBooking(bookings, resolve, settle, properties, clock);
            this.book = new BookShipment(bookings, user -> Mono.just(false), events, clock);
            this.cancel = new CancelShipment(bookings, events, clock);
        }

        BookingState play() {
            boolean canceled = chance.nextInt(3) == 0;
            int cancelAt = chance.nextInt(STEPS / 2);
            int bookAt = chance.nextInt(6);
            for (int step = 0; step < STEPS; step++) {
                if (step == bookAt || step > bookAt && chance.nextInt(8) == 0) {
                    book.handle(SHIPMENT, ORDER, USER, PARCEL).block();
                }
                if (canceled && (step == cancelAt || step > cancelAt && chance.nextInt(8) == 0)) {
                    cancel.handle(SHIPMENT, ORDER, USER).block();
                }
                work();
                clock.advance(PAUSE);
                carrier.lateArrivals();
            }
            return settled(canceled);
        }

        private void work() {
            dying = chance.nextInt(4) == 0;
            run.leftBehind()
                    .flatMap(run::claim)
                    .flatMap(run::handle)
                    .onErrorResume(Died.class, died -> Mono.empty())
                    .blockLast();
        }

        private BookingState settled(boolean canceled) {
            carrier.calmDown();
            dying = false;
            for (int step = 0; step < STEPS && bookings.isOpen(); step++) {
                run.leftBehind().flatMap(run::claim).flatMap(run::handle).blockLast();
                clock.advance(PAUSE);
                carrier.lateArrivals();
            }
            clock.advance(Duration.ofMinutes(5));
            carrier.lateArrivals();
            return check(canceled);
        }

        private BookingState check(boolean canceled) {
            BookingState end = bookings.state();
            assertThat(end.isOpen()).as("seed %d rests in %s", seed, end).isFalse();
            assertThat(carrier.everBooked())
                    .as("seed %d, parcels ever booked", seed)
                    .isLessThanOrEqualTo(1);
            assertThat(carrier.active())
                    .as("seed %d ends %s", seed, end)
                    .isEqualTo(end == BookingState.BOOKED || end == BookingState.CANCEL_REFUSED ? 1 : 0);
            assertThat(end == BookingState.BOOKED && canceled)
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(told(BookingFact.Booked.class)).as("seed %d", seed).isLessThanOrEqualTo(1);
            assertThat(told(BookingFact.Refused.class))
                    .as("seed %d", seed)
                    .isEqualTo(end == BookingState.REFUSED ? 1 : 0);
            assertThat(told(BookingFact.Canceled.class))
                    .as("seed %d", seed)
                    .isEqualTo(end == BookingState.CANCELED ? 1 : 0);
            assertThat(told(BookingFact.CancelRefused.class))
                    .as("seed %d", seed)
                    .isEqualTo(end == BookingState.CANCEL_REFUSED ? 1 : 0);
            return end;
        }

        private long told(Class<? extends BookingFact> fact) {
            return told.stream().filter(fact::isInstance).count();
        }

        /** The process may die after the carrier has answered and before anything is kept. */
        private final class MortalUnitOfWork implements UnitOfWork {
            @Override
            public <T> Mono<T> run(Mono<T> work) {
                return dying ? Mono.error(new Died()) : work;
            }
        }
    }

    private static final class Died extends RuntimeException {
        Died() {
            super("killed", null, false, false);
        }
    }
}
