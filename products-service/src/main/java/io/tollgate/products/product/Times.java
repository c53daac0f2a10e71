package io.tollgate.products.product;

import java.time.Instant;
import java.util.Optional;

/** When what became of a product. */
public record Times(Instant created, Instant updated, Optional<Instant> published, Optional<Instant> retired) {
    static Times created(Instant now) {
        return new Times(now, now, Optional.empty(), Optional.empty());
    }

    Times updated(Instant now) {
        return new Times(created, now, published, retired);
    }

    Times published(Instant now) {
        return new Times(created, now, Optional.of(now), retired);
    }

    Times retired(Instant now) {
        return new Times(created, now, published, Optional.of(now));
    }
}
