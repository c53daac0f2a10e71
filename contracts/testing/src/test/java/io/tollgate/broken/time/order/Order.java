package io.tollgate.broken.time.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

public record Order(Instant placedAt) {
    static Order now() {
        return new Order(Instant.now());
    }

    static Supplier<Instant> hidden() {
        return Instant::now;
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static LocalDate today() {
        return LocalDate.now();
    }
}
