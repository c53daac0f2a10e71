package io.tollgate.orders.order;

import io.tollgate.values.Money;
import java.util.SortedMap;

/** Lines expect another price than the catalog's. */
public final class PriceChanged extends OrderRefused {
    private final transient SortedMap<Integer, Money> current;

    PriceChanged(SortedMap<Integer, Money> current) {
        super("other prices in lines " + current.keySet());
        this.current = current;
    }

    /** The price that holds now, by line, counted from 0. */
    public SortedMap<Integer, Money> current() {
        return current;
    }
}
