package io.tollgate.payments.payment;

/**
 * What the card network is told once, a token for a means of payment or a customer's code: who has it can charge, so it
 * is never written anywhere but where it is kept.
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
