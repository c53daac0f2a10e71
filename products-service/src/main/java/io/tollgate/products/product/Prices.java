package io.tollgate.products.product;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All prices of a product, those to come too; of several that are valid at once the newest is the one. */
public record Prices(List<Price> all) {
    public Prices {
        all = List.copyOf(all);
    }

    public static Prices of(Price... prices) {
        return new Prices(List.of(prices));
    }

    /** The newest valid one: the latest beginning, and of equal ones the last named. */
    Optional<Price> at(Instant now) {
        return all.stream()
                .filter(price -> price.isValid(now))
                .max(comparing(price -> price.validFrom().orElse(Instant.MIN)))
                .flatMap(newest -> lastAs(newest, now));
    }

    /** When the answer may become another. */
    Optional<Instant> changesAfter(Instant now) {
        return all.stream()
                .flatMap(price -> Stream.of(price.validFrom(), price.validUntil()))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** Whether there is a price from now on for ever, whatever else comes and goes. */
    boolean last(Instant now) {
        Predicate<Price> forGood = price -> price.validUntil().isEmpty();
        return all.stream().filter(forGood).anyMatch(price -> price.hasBegun(now));
    }

    private Optional<Price> lastAs(Price newest, Instant now) {
        return all.stream()
                .filter(price -> price.isValid(now) && price.validFrom().equals(newest.validFrom()))
                .reduce((earlier, later) -> later);
    }
}
