package io.tollgate.payments.payment.messages;

import io.tollgate.payments.payment.Secret;
import io.tollgate.payments.payment.Terms;
import io.tollgate.values.Money;
import java.util.Objects;

/** What payments reads of an order that was placed. */
record OrderPlaced(String orderId, String userId, String clientId, Money total, String paymentToken) {
    OrderPlaced {
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(paymentToken);
        Money.positive(total);
    }

    Terms terms() {
        return new Terms(userId, clientId, total);
    }

    Secret token() {
        return new Secret(paymentToken);
    }

    @Override
    public String toString() {
        return "OrderPlaced[orderId=" + orderId + "]";
    }
}
