package io.tollgate.cli.chaos;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Things to draw from, some more often than others. */
record Lot<T>(List<T> tickets) {

    static <T> Lot<T> of(T thing, int times) {
        return new Lot<>(Collections.nCopies(times, thing));
    }

    Lot<T> and(T thing, int times) {
        return new Lot<>(Stream.concat(tickets.stream(), Collections.nCopies(times, thing).stream())
                .toList());
    }

    T draw(SplittableRandom random) {
        return tickets.get(random.nextInt(tickets.size()));
    }
}
