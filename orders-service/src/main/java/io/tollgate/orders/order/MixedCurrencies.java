package io.tollgate.orders.order;

/** An order is paid in one currency. */
public final class MixedCurrencies extends OrderRefused {
    MixedCurrencies() {
        super("an order is paid in one currency");
    }
}
