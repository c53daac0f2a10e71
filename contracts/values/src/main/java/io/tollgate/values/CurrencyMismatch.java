package io.tollgate.values;

import java.util.Currency;

/** Two amounts of different currencies met where only one currency makes sense. */
public final class CurrencyMismatch extends RuntimeException {
    private final transient Currency expected;
    private final transient Currency actual;

    public CurrencyMismatch(Currency expected, Currency actual) {
        super("expected " + expected + ", got " + actual, null, false, false);
        this.expected = expected;
        this.actual = actual;
    }

    public Currency expected() {
        return expected;
    }

    public Currency actual() {
        return actual;
    }
}
