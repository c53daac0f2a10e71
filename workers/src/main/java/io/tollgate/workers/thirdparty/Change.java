package io.tollgate.workers.thirdparty;

import java.util.List;

/** How a booking goes on, if it does, and what is told of it. */
record Change(Booking booking, boolean happened, List<BookingFact> facts) {
    static Change nothing(Booking unchanged) {
        return new Change(unchanged, false, List.of());
    }

    static Change to(Booking next) {
        return new Change(next, true, List.of());
    }

    static Change to(Booking next, BookingFact fact) {
        return new Change(next, true, List.of(fact));
    }
}
