package io.tollgate.products.product;

import java.util.Optional;

/**
 * How far the catalog has been told again; there is one for the whole catalog.
 *
 * @param again it was asked for while it was under way: who asked may have missed the beginning
 */
public record Republication(long version, boolean running, Optional<ProductId> after, boolean again) {
    Republication wanted() {
        return running ? new Republication(version + 1, true, after, true) : started(false);
    }

    Republication continuedAfter(ProductId last) {
        return new Republication(version + 1, true, Optional.of(last), again);
    }

    Republication ended() {
        return again ? started(false) : new Republication(version + 1, false, Optional.empty(), false);
    }

    private Republication started(boolean andAgain) {
        return new Republication(version + 1, true, Optional.empty(), andAgain);
    }
}
