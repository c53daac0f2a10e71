package io.tollgate.payments.payment;

import java.time.Instant;

/**
 * That a human has had the card network give back what it would not give back to us.
 *
 * @param actor who says so
 * @param caseNumber under which the network did it
 */
public record Reversal(PaymentId paymentId, String actor, String caseNumber, Instant at) {}
