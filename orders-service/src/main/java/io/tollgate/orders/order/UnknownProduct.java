package io.tollgate.orders.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lines name products that the copy of the catalog does not have, at least not yet. */
public final class UnknownProduct extends OrderRefused {
    private final transient List<Integer> lines;
    private final transient Optional<Instant> catalogAsOf;

    UnknownProduct(List<Integer> lines, Optional<Instant> catalogAsOf) {
        super("unknown products in lines " + lines);
        this.lines = lines;
        this.catalogAsOf = catalogAsOf;
    }

    /** Which lines, counted from 0. */
    public List<Integer> lines() {
        return lines;
    }

    /** How new the copy is; empty while it is empty. */
    public Optional<Instant> catalogAsOf() {
        return catalogAsOf;
    }
}
