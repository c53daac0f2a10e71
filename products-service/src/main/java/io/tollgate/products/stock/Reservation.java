package io.tollgate.products.stock;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What is set aside for one order; ends only by what orders decided. */
public record Reservation(OrderId orderId, long version, State state, List<Line> lines) {
    private static final long FIRST = 1;

    /** Where a reservation stands. */
    public enum State {
        /** Set aside until orders decides. */
        RESERVED,
        /** The order was confirmed: the pieces are sold. */
        COMMITTED,
        /** The order was canceled: the pieces are back. */
        RELEASED,
        /** Nothing was set aside, and orders was told. */
        REFUSED,
        /** The tombstone of an order that was decided before it was seen here. */
        ENDED
    }

    public Reservation {
        lines = List.copyOf(lines);
    }

    static Change reserved(OrderId orderId, List<Line> lines, Instant now) {
        Reservation reservation = new Reservation(orderId, FIRST, State.RESERVED, lines);
        return Change.of(reservation).telling(new StockReserved(orderId, FIRST, now));
    }

    static Change refused(OrderId orderId, Shortage shortage, Instant now) {
        Reservation reservation = new Reservation(orderId, FIRST, State.REFUSED, List.of());
        return Change.of(reservation)
                .telling(new StockRefused(orderId, FIRST, shortage.reason(), shortage.productIds(), now));
    }

    static Change ended(OrderId orderId) {
        return Change.of(new Reservation(orderId, FIRST, State.ENDED, List.of()));
    }

    /** The order-placed fact of an order that is known here already. */
    Change placed(Instant now) {
        if (state != State.ENDED) {
            return Change.nothing(this);
        }
        Reservation refused = next(State.REFUSED);
        return Change.of(refused)
                .telling(new StockRefused(orderId, refused.version, RefusalReason.ORDER_ENDED, List.of(), now));
    }

    Change confirmed() {
        return state == State.RESERVED
                ? Change.of(next(State.COMMITTED)).moving(moves(Move::commit))
                : Change.nothing(this);
    }

    Change canceled() {
        if (state == State.RESERVED) {
            return Change.of(next(State.RELEASED)).moving(moves(Move::release));
        }
        if (state == State.COMMITTED) {
            return Change.of(next(State.RELEASED)).moving(moves(Move::restock));
        }
        return Change.nothing(this);
    }

    private Reservation next(State next) {
        return new Reservation(orderId, version + 1, next, lines);
    }

    private List<Move> moves(Function<Line, Move> kind) {
        return lines.stream().map(kind).toList();
    }
}
