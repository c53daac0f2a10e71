package io.tollgate.payments.payment;

import io.tollgate.values.Money;

/** Who pays how much, through which application. */
public record Terms(String userId, String clientId, Money amount) {
    public Terms {
        Money.positive(amount);
    }
}
