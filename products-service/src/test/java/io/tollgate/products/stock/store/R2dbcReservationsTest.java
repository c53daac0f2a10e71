package io.tollgate.products.stock.store;

import static io.tollgate.products.stock.StockFixtures.ORDER;
import static io.tollgate.products.stock.StockFixtures.TWO_CUPS_AND_BEANS;

import io.tollgate.database.VersionConflict;
import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.stock.Reservation;
import io.tollgate.products.stock.Reservation.State;
import io.tollgate.products.stock.Reservations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcReservationsTest {
    private final Reservation reserved = new Reservation(ORDER, 1, State.RESERVED, TWO_CUPS_AND_BEANS);
    private final Reservation committed = new Reservation(ORDER, 2, State.COMMITTED, TWO_CUPS_AND_BEANS);
    private final Reservation tombstone = new Reservation(ORDER, 1, State.ENDED, List.of());
    private final Reservations reservations;
    private final DatabaseClient database;

    R2dbcReservationsTest(@Autowired Reservations reservations, @Autowired DatabaseClient database) {
        this.reservations = reservations;
        this.database = database;
    }

    @BeforeEach
    void no_reservation() {
        Tables.empty(database);
    }

    @Test
    void a_reservation_is_read_as_it_was_kept() {
        kept(reserved);
        reservations.find(ORDER).as(StepVerifier::create).expectNext(reserved).verifyComplete();

        kept(committed);
        reservations.find(ORDER).as(StepVerifier::create).expectNext(committed).verifyComplete();
    }

    @Test
    void a_tombstone_has_no_lines() {
        kept(tombstone);

        reservations.find(ORDER).as(StepVerifier::create).expectNext(tombstone).verifyComplete();
    }

    @Test
    void an_order_nobody_saw_is_empty() {
        reservations.find(ORDER).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void whoever_comes_second_with_a_version_has_lost() {
        kept(reserved);
        lost(reservations.keep(tombstone));

        kept(committed);
        lost(reservations.keep(committed));
    }

    private void kept(Reservation reservation) {
        reservations.keep(reservation).as(StepVerifier::create).verifyComplete();
    }

    private static void lost(Mono<Void> race) {
        race.as(StepVerifier::create).verifyError(VersionConflict.class);
    }
}
