package io.tollgate.orders.order;

import java.util.List;

/** A product has several lines; an order has one line for each. */
public final class RepeatedProduct extends OrderRefused {
    private final transient List<Integer> lines;

    RepeatedProduct(List<Integer> lines) {
        super("repeated products in lines " + lines);
        this.lines = lines;
    }

    /** The lines that come too much, counted from 0. */
    public List<Integer> lines() {
        return lines;
    }
}
