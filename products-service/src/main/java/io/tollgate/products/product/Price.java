package io.tollgate.products.product;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** What a product costs, from an instant on (or ever since) and until another (or for good). */
public record Price(Money money, Optional<Instant> validFrom, Optional<Instant> validUntil) {
    public Price {
        Money.positive(money);
        if (validUntil
                .filter(end -> !validFrom.orElse(Instant.MIN).isBefore(end))
                .isPresent()) {
            throw new IllegalArgumentException("a price ends after it begins");
        }
    }

    public static Price always(Money money) {
        return new Price(money, Optional.empty(), Optional.empty());
    }

    boolean hasBegun(Instant now) {
        return validFrom.filter(now::isBefore).isEmpty();
    }

    boolean isValid(Instant now) {
        return hasBegun(now) && validUntil.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
