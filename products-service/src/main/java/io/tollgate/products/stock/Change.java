package io.tollgate.products.stock;

import java.util.List;

/** The next state of a reservation, what it does to the stock, and what is told of it. */
record Change(Reservation reservation, boolean happened, List<Move> moves, List<StockEvent> facts) {
    static Change of(Reservation next) {
        return new Change(next, true, List.of(), List.of());
    }

    /** It had happened before, or was overtaken. */
    static Change nothing(Reservation unchanged) {
        return new Change(unchanged, false, List.of(), List.of());
    }

    Change moving(List<Move> by) {
        return new Change(reservation, happened, by, facts);
    }

    Change telling(StockEvent fact) {
        return new Change(reservation, happened, moves, List.of(fact));
    }
}
