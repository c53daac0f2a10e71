package io.tollgate.payments.payment;

/** The card network's token for a means of payment: who has it can charge, so it is never written anywhere but where it is kept. */
public record PaymentToken(String value) {
    @Override
    public String toString() {
        return "(payment token)";
    }
}
