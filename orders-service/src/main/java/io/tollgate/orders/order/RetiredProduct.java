package io.tollgate.orders.order;

import java.util.List;

/** Lines name products that are no longer sold. */
public final class RetiredProduct extends OrderRefused {
    private final transient List<Integer> lines;

    RetiredProduct(List<Integer> lines) {
        super("retired products in lines " + lines);
        this.lines = lines;
    }

    /** Which lines, counted from 0. */
    public List<Integer> lines() {
        return lines;
    }
}
