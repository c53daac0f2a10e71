package io.tollgate.payments.payment;

/**
 * Who looks at a payment.
 *
 * @param seesAll whether this is somebody who helps others, and sees everybody's
 */
public record Viewer(String userId, String clientId, boolean seesAll) {
    boolean maySee(Payment payment) {
        return payment.terms().isPresent() && (seesAll || payment.belongsTo(userId, clientId));
    }
}
