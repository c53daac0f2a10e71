package io.tollgate.payments.reconciliation.store;

/** What is said to the table of comparisons. */
final class ReconciliationSql {
    static final String INSERT_ABSENT =
            """
            INSERT INTO reconciliation (settlement_day, pending, agreeing, requested_at, due_at)
            SELECT CAST(:day AS DATE), 1, 0, CAST(:now AS DATETIME2(6)), CAST(:now AS DATETIME2(6))
            WHERE NOT EXISTS (SELECT 1 FROM reconciliation WHERE settlement_day = :day)
            """;
    static final String REQUEST =
            "UPDATE reconciliation SET pending = 1, requested_at = :now, due_at = :now WHERE settlement_day = :day";
    static final String DUE =
            """
            SELECT TOP (1) settlement_day FROM reconciliation
            WHERE pending = 1 AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now) ORDER BY settlement_day
            """;
    /** A day that is worked on is due when the claim ends; due before, it was asked for again. */
    static final String CLAIM =
            """
            UPDATE reconciliation SET claimed_until = :until, due_at = :until
            WHERE settlement_day = :day AND pending = 1 AND due_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
            """;

    static final String POSTPONE =
            """
            UPDATE reconciliation
            SET due_at = CASE WHEN due_at < claimed_until THEN due_at ELSE :due END, claimed_until = NULL
            WHERE settlement_day = :day AND pending = 1
            """;
    static final String FINISH =
            """
            UPDATE reconciliation
            SET pending = CASE WHEN due_at < claimed_until THEN 1 ELSE 0 END, agreeing = :agreeing, claimed_until = NULL,
             finished_at = :now
            WHERE settlement_day = :day
            """;
    static final String FIND =
            "SELECT pending, agreeing, requested_at, finished_at FROM reconciliation WHERE settlement_day = :day";

    private ReconciliationSql() {}
}
