package io.tollgate.workers.thirdparty.store;

import static io.tollgate.workers.thirdparty.ShipmentFixtures.PARCEL;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.RECEIPT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.SHIPMENT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.in;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.VersionConflict;
import io.tollgate.workers.StoreTest;
import io.tollgate.workers.Tables;
import io.tollgate.workers.thirdparty.BookingState;
import io.tollgate.workers.thirdparty.Bookings;
import io.tollgate.workers.thirdparty.ClaimedBooking;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcBookingsTest {
    private final Bookings bookings;
    private final DatabaseClient database;
    private final Instant later;

    R2dbcBookingsTest(@Autowired Bookings bookings, @Autowired DatabaseClient database, @Autowired Clock clock) {
        this.bookings = bookings;
        this.database = database;
        this.later = clock.instant().plusSeconds(3600);
    }

    @BeforeEach
    void one_shipment_is_to_be_booked() {
        Tables.empty(database);
        bookings.add(requested(), Optional.of(PARCEL)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void a_due_booking_is_claimed_as_it_was_added_and_by_one_alone() {
        ClaimedBooking claimed = claim(later);

        assertThat(claimed.booking()).isEqualTo(requested());
        assertThat(claimed.parcel()).contains(PARCEL);
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.takenAt()).isEqualTo(later.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        assertThat(claim(later)).isNull();
        assertDue(later, 0);
    }

    @Test
    void whoever_dies_has_it_taken_over_as_a_second_attempt() {
        claim(later);

        assertDue(later.plusSeconds(30), 1);
        assertThat(claim(later.plusSeconds(30)).attempt()).isEqualTo(2);
    }

    @Test
    void many_who_claim_at_once_do_not_both_get_it() {
        Flux.range(0, 8)
                .flatMap(i -> bookings.claim(SHIPMENT, later, later.plusSeconds(30)))
                .count()
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
    }

    @Test
    void what_is_postponed_is_due_then() {
        claim(later);
        bookings.postpone(SHIPMENT, later.plusSeconds(4))
                .as(StepVerifier::create)
                .verifyComplete();

        assertDue(later.plusSeconds(3), 0);
        assertDue(later.plusSeconds(4), 1);
    }

    @Test
    void of_what_is_booked_no_address_remains() {
        keep(BookingState.BOOKED, 2);

        assertThat(bookings.find(SHIPMENT).block().receipt()).contains(RECEIPT);
        String row =
                database.sql("SELECT * FROM shipment").fetch().one().block().toString();
        assertThat(row).doesNotContain("Lindgren", "Harbor", "411 04");
        assertDue(later, 0);
    }

    @Test
    void a_cancellation_leaves_the_claim_to_whoever_asks_the_carrier_now() {
        claim(later);
        keep(BookingState.CANCEL_REQUESTED, 2);

        assertThat(claim(later)).isNull();
        assertThat(claim(later.plusSeconds(30)).booking().state()).isEqualTo(BookingState.CANCEL_REQUESTED);
    }

    @Test
    void taking_back_begins_anew() {
        claim(later);
        keep(BookingState.CANCELING, 2);

        assertThat(claim(later).attempt()).isEqualTo(1);
    }

    @Test
    void whoever_comes_second_with_a_version_has_lost() {
        keep(BookingState.BOOKED, 2);

        bookings.keep(in(BookingState.REFUSED, 2)).as(StepVerifier::create).verifyError(VersionConflict.class);
        bookings.add(requested(), Optional.of(PARCEL)).as(StepVerifier::create).verifyError(VersionConflict.class);
    }

    @Test
    void the_backlog_counts_what_is_open() {
        assertThat(bookings.backlog().block().open()).isEqualTo(1);
        keep(BookingState.REFUSED, 2);
        assertThat(bookings.backlog().block()).isEqualTo(new Bookings.Backlog(0, Optional.empty()));
    }

    private ClaimedBooking claim(Instant now) {
        return bookings.claim(SHIPMENT, now, now.plusSeconds(30)).block();
    }

    private void keep(BookingState state, long version) {
        bookings.keep(in(state, version)).as(StepVerifier::create).verifyComplete();
    }

    private void assertDue(Instant now, int count) {
        bookings.due(now, 10).as(StepVerifier::create).expectNextCount(count).verifyComplete();
    }
}
