package io.tollgate.orders.order;

/** The card network's token for the means of payment: goes to payments, is kept nowhere here and shown nowhere. */
public record PaymentToken(String value) {
    @Override
    public String toString() {
        return "PaymentToken[…]";
    }
}
