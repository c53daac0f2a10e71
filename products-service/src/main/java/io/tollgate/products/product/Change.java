package io.tollgate.products.product;

import java.util.List;

/** The next state of a product and what is told of it; nothing is kept and told of what has not changed. */
public record Change(Product product, boolean happened, List<ProductEvent> facts) {
    static Change nothing(Product unchanged) {
        return new Change(unchanged, false, List.of());
    }

    static Change of(Product next, List<ProductEvent> facts) {
        return new Change(next, true, List.copyOf(facts));
    }

    /** Whether it can be ordered from now on, or no longer. */
    boolean turns() {
        return facts.stream()
                .anyMatch(fact -> fact instanceof ProductEvent.Published || fact instanceof ProductEvent.Retired);
    }
}
