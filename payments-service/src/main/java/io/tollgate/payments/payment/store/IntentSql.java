package io.tollgate.payments.payment.store;

/** What is said to the table of intents. */
final class IntentSql {
    static final String INSERT =
            """
            INSERT INTO payment_intent (payment_id, step, settled, payment_token, attempts, opened_at, due_at, trace)
            VALUES (:paymentId, :step, 0, :token, 0, :now, :now, :trace)
            """;
    static final String DUE =
            """
            SELECT TOP (:limit) payment_id, step FROM payment_intent
            WHERE settled = 0 AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
            ORDER BY due_at
            """;
    // Whoever changes the row has the intent; the condition is the whole of the agreement between instances.
    static final String CLAIM =
            """
            UPDATE payment_intent SET attempts = attempts + 1, claimed_until = :until, taken_at = ISNULL(taken_at, :now)
            WHERE payment_id = :paymentId AND step = :step
                AND settled = 0 AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
            """;
    static final String READ =
            """
            SELECT i.payment_id, i.step, i.payment_token, i.attempts, i.taken_at, i.trace,
                p.amount, p.currency, p.authorization_id, p.decision
            FROM payment_intent i JOIN payment p ON p.id = i.payment_id
            WHERE i.payment_id = :paymentId AND i.step = :step
            """;
    static final String TAKING =
            "UPDATE payment_intent SET taken_at = :now WHERE payment_id = :paymentId AND step = :step";
    static final String POSTPONE =
            """
            UPDATE payment_intent SET due_at = :due, claimed_until = NULL
            WHERE payment_id = :paymentId AND step = :step AND settled = 0
            """;
    static final String HASTEN =
            "UPDATE payment_intent SET due_at = :now WHERE payment_id = :paymentId AND settled = 0 AND due_at > :now";
    static final String SETTLE =
            """
            UPDATE payment_intent SET settled = 1, payment_token = NULL, claimed_until = NULL, settled_at = :now
            WHERE payment_id = :paymentId AND step = :step AND settled = 0
            """;
    static final String BACKLOG =
            "SELECT COUNT(*) AS still_open, MIN(opened_at) AS oldest FROM payment_intent WHERE settled = 0";

    private IntentSql() {}
}
