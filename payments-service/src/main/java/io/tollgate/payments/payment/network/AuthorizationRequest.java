package io.tollgate.payments.payment.network;

import io.tollgate.payments.payment.Intent;

/** Asks for an amount to be set aside; {@code reference} is what the network's statements show. */
record AuthorizationRequest(String token, long amount, String currency, String reference) {
    static AuthorizationRequest of(Intent intent) {
        return new AuthorizationRequest(
                intent.secret().orElseThrow().value(),
                intent.amount().amount(),
                intent.amount().currency().getCurrencyCode(),
                intent.key().paymentId().value());
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[reference=" + reference + "]";
    }
}
