package io.tollgate.orders.order;

import java.util.Optional;

/** The API client has an order of this name. */
public final class ExternalIdTaken extends OrderRefused {
    private final transient Optional<OrderId> order;

    ExternalIdTaken(Optional<OrderId> order) {
        super("the external id is taken");
        this.order = order;
    }

    /** Which, if the caller may see it. */
    public Optional<OrderId> order() {
        return order;
    }
}
