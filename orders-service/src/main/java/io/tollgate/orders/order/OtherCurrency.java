package io.tollgate.orders.order;

import java.util.Currency;

/** Money goes back in the currency in which it came. */
public final class OtherCurrency extends OrderRefused {
    private final transient Currency currency;

    OtherCurrency(Currency currency) {
        super("the order was paid in " + currency);
        this.currency = currency;
    }

    public Currency currency() {
        return currency;
    }
}
