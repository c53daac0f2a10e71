package io.tollgate.payments.payment.store;

/** What is said to the table of intents. */
final class IntentSql {
    static final String INSERT =
            """
            INSERT INTO payment_intent (payment_id, step, refund_id, settled, secret, attempts, opened_at, due_at, trace)
            VALUES (:paymentId, :step, :refundId, 0, :secret, 0, :now, :now, :trace)
            """;
    static final String DUE =
            """
            SELECT TOP (:limit) payment_id, step, refund_id FROM payment_intent
            WHERE settled = 0 AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
            ORDER BY due_at
            """;
    // Whoever changes the row has the intent; the condition is the whole of the agreement between instances.
    static final String CLAIM =
            """
            UPDATE payment_intent SET attempts = attempts + 1, claimed_until = :until, taken_at = ISNULL(taken_at, :now)
            WHERE payment_id = :paymentId AND step = :step AND refund_id = :refundId
                AND settled = 0 AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
            """;
    static final String READ =
            """
            SELECT i.payment_id, i.step, i.refund_id, i.secret, i.attempts, i.taken_at, i.trace,
                CASE WHEN r.id IS NOT NULL THEN r.amount WHEN i.step = 'REFUND' THEN p.amount - p.refunded
                    ELSE p.amount END AS amount,
                p.currency, p.authorization_id, p.decision
            FROM payment_intent i JOIN payment p ON p.id = i.payment_id
                LEFT JOIN payment_refund r ON r.id = i.refund_id
            WHERE i.payment_id = :paymentId AND i.step = :step AND i.refund_id = :refundId
            """;
    static final String TAKING =
            """
            UPDATE payment_intent SET taken_at = :now
            WHERE payment_id = :paymentId AND step = :step AND refund_id = :refundId
            """;
    static final String POSTPONE =
            """
            UPDATE payment_intent SET due_at = :due, claimed_until = NULL
            WHERE payment_id = :paymentId AND step = :step AND refund_id = :refundId AND settled = 0
            """;
    // the first attempt takes without asking: it stays the first until something was sent
    static final String GIVE_BACK =
            """
            UPDATE payment_intent SET due_at = :due, claimed_until = NULL, attempts = attempts - 1,
                taken_at = CASE WHEN attempts = 1 THEN NULL ELSE taken_at END
            WHERE payment_id = :paymentId AND step = :step AND refund_id = :refundId AND settled = 0 AND attempts > 0
            """;
    static final String HASTEN =
            "UPDATE payment_intent SET due_at = :now WHERE payment_id = :paymentId AND settled = 0 AND due_at > :now";
    static final String SETTLE =
            """
            UPDATE payment_intent SET settled = 1, secret = NULL, claimed_until = NULL, settled_at = :now
            WHERE payment_id = :paymentId AND step = :step AND refund_id = :refundId AND settled = 0
            """;
    static final String BACKLOG =
            "SELECT COUNT(*) AS still_open, MIN(opened_at) AS oldest FROM payment_intent WHERE settled = 0";

    private IntentSql() {}
}
