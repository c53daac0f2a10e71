package io.tollgate.products.stock;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.stock.Kind.COMMIT;
import static io.tollgate.products.stock.Kind.RELEASE;
import static io.tollgate.products.stock.Reservation.State.COMMITTED;
import static io.tollgate.products.stock.Reservation.State.ENDED;
import static io.tollgate.products.stock.Reservation.State.REFUSED;
import static io.tollgate.products.stock.Reservation.State.RELEASED;
import static io.tollgate.products.stock.StockFixtures.NOON;
import static io.tollgate.products.stock.StockFixtures.ORDER;
import static io.tollgate.products.stock.StockFixtures.TWO_CUPS_AND_BEANS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private final Change reserved = Reservation.reserved(ORDER, TWO_CUPS_AND_BEANS, NOON);
    private final Change refused =
            Reservation.refused(ORDER, new Shortage(RefusalReason.OUT_OF_STOCK, List.of(BEANS)), NOON);
    private final Change tombstone = Reservation.ended(ORDER);

    @Test
    void a_reservation_is_told() {
        assertThat(reserved.facts()).containsExactly(new StockReserved(ORDER, 1, NOON));
    }

    @Test
    void a_refusal_is_told_with_its_reason() {
        assertThat(refused.facts())
                .containsExactly(new StockRefused(ORDER, 1, RefusalReason.OUT_OF_STOCK, List.of(BEANS), NOON));
    }

    @Test
    void a_confirmed_order_takes_its_pieces_away() {
        Change change = reserved.reservation().confirmed();

        assertThat(change.reservation()).isEqualTo(new Reservation(ORDER, 2, COMMITTED, TWO_CUPS_AND_BEANS));
        assertThat(change.moves()).containsExactly(new Move(CUP, COMMIT, -2, -2), new Move(BEANS, COMMIT, -1, -1));
        assertThat(change.facts()).isEmpty();
    }

    @Test
    void a_canceled_order_gives_back_what_was_set_aside() {
        Change change = reserved.reservation().canceled();

        assertThat(change.reservation().state()).isEqualTo(RELEASED);
        assertThat(change.moves()).containsExactly(new Move(CUP, RELEASE, 0, -2), new Move(BEANS, RELEASE, 0, -1));
    }

    @Test
    void an_order_canceled_after_its_confirmation_brings_its_pieces_back() {
        Change change = reserved.reservation().confirmed().reservation().canceled();

        assertThat(change.reservation()).isEqualTo(new Reservation(ORDER, 3, RELEASED, TWO_CUPS_AND_BEANS));
        assertThat(change.moves()).containsExactly(new Move(CUP, RELEASE, 2, 0), new Move(BEANS, RELEASE, 1, 0));
    }

    @Test
    void a_confirmation_that_its_cancellation_overtook_changes_nothing() {
        assertNothing(reserved.reservation().canceled().reservation().confirmed());
    }

    @Test
    void an_order_that_ended_before_it_was_seen_is_refused() {
        Change change = tombstone.reservation().placed(NOON);

        assertThat(tombstone.facts()).isEmpty();
        assertThat(change.reservation()).isEqualTo(new Reservation(ORDER, 2, REFUSED, List.of()));
        assertThat(change.facts())
                .containsExactly(new StockRefused(ORDER, 2, RefusalReason.ORDER_ENDED, List.of(), NOON));
    }

    @Test
    void nothing_happens_twice() {
        assertNothing(reserved.reservation().placed(NOON));
        assertNothing(reserved.reservation().confirmed().reservation().confirmed());
        assertNothing(reserved.reservation().canceled().reservation().canceled());
        assertNothing(refused.reservation().placed(NOON));
        assertNothing(tombstone.reservation().placed(NOON).reservation().placed(NOON));
    }

    @Test
    void a_refused_or_ended_order_has_nothing_to_give_back() {
        assertNothing(refused.reservation().canceled());
        assertNothing(refused.reservation().confirmed());
        assertNothing(tombstone.reservation().canceled());
        assertThat(tombstone.reservation().state()).isEqualTo(ENDED);
    }

    private static void assertNothing(Change change) {
        assertThat(change.happened()).isFalse();
        assertThat(change.moves()).isEmpty();
        assertThat(change.facts()).isEmpty();
    }
}
