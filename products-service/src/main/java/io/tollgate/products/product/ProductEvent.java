package io.tollgate.products.product;

import java.time.Instant;

/** What is told of an active product. */
public sealed interface ProductEvent {
    Product product();

    /** It entered the catalog. */
    record Published(Product product) implements ProductEvent {}

    /** Something other than the price in effect is new. */
    record Changed(Product product) implements ProductEvent {}

    /** Another price is in effect. */
    record Repriced(Product product) implements ProductEvent {}

    /** It cannot be ordered any more. */
    record Retired(Product product) implements ProductEvent {}

    /** It is told again as it is. */
    record Republished(Product product, Instant at) implements ProductEvent {}
}
