package io.tollgate.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Currency;
import java.util.Objects;

/** An amount in the minor units of its currency, never a float: {@code {"amount":1234,"currency":"EUR"}}. */
public record Money(@JsonProperty(required = true) long amount, @JsonProperty(required = true) Currency currency) {
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(long amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The given money, or a refusal of nothing and of less than nothing: for types that say so in their name. */
    public static Money positive(Money money) {
        if (money.amount <= 0) {
            throw new IllegalArgumentException("must be more than zero");
        }
        return money;
    }

    /** The sum; an overflow is an {@link ArithmeticException}, never a wrong amount. */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(amount, other.amount), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatch(currency, other.currency);
        }
    }
}
