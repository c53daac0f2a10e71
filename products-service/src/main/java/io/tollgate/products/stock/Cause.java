package io.tollgate.products.stock;

import java.util.Optional;

/** For which order a stock changed, or who changed it and why. */
public record Cause(Optional<OrderId> orderId, Optional<String> actor, Optional<String> reason) {
    static Cause of(OrderId orderId) {
        return new Cause(Optional.of(orderId), Optional.empty(), Optional.empty());
    }

    public static Cause of(String actor, Optional<String> reason) {
        return new Cause(Optional.empty(), Optional.of(actor), reason);
    }
}
