package io.tollgate.workers.thirdparty;

import static io.tollgate.workers.thirdparty.ShipmentFixtures.NOON;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.ORDER;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.PARCEL;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.SHIPMENT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BookShipmentTest {
    private final FakeBookings bookings = new FakeBookings();
    private final List<BookingFact> told = new ArrayList<>();

    @Test
    void nothing_is_booked_for_somebody_who_was_erased_and_orders_hear_so_once() {
        book(true);
        book(true);

        assertThat(bookings.state()).isEqualTo(BookingState.CANCELED);
        assertThat(told).singleElement().isInstanceOf(BookingFact.Canceled.class);
    }

    @Test
    void for_anybody_else_a_booking_is_intended() {
        book(false);

        assertThat(bookings.state()).isEqualTo(BookingState.BOOKING);
        assertThat(told).isEmpty();
    }

    private void book(boolean erased) {
        new BookShipment(
                        bookings,
                        user -> Mono.just(erased),
                        facts -> Mono.fromRunnable(() -> told.addAll(facts)),
                        Clock.fixed(NOON, ZoneOffset.UTC))
                .handle(SHIPMENT, ORDER, USER, PARCEL)
                .as(StepVerifier::create)
                .verifyComplete();
    }
}
