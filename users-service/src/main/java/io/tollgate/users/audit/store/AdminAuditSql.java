package io.tollgate.users.audit.store;

/** The statements about the administrators' audit: rows are inserted and read. */
final class AdminAuditSql {
    static final String NEXT = "UPDATE admin_audit_head SET entry = entry + 1 WHERE id = 1";
    static final String HEAD = "SELECT entry, entry_hash FROM admin_audit_head WHERE id = 1";
    static final String SEAL = "UPDATE admin_audit_head SET entry_hash = :hash WHERE id = 1";
    static final String INSERT =
            """
            INSERT INTO admin_audit (entry, subject, deed, actor_user, actor_client, state_before, state_after,
                trace_id, happened_at, previous_hash, entry_hash)
            VALUES (:entry, :subject, :deed, :user, :client, :before, :after, :trace, :now, :previous, :hash)
            """;
    static final String LIST =
            """
            SELECT TOP (:limit) entry, subject, deed, actor_user, actor_client, state_before, state_after,
                trace_id, happened_at, previous_hash, entry_hash
            FROM admin_audit WHERE entry < :before ORDER BY entry DESC
            """;
    static final String LIST_OF_SUBJECT =
            """
            SELECT TOP (:limit) entry, subject, deed, actor_user, actor_client, state_before, state_after,
                trace_id, happened_at, previous_hash, entry_hash
            FROM admin_audit WHERE subject = :subject AND entry < :before ORDER BY entry DESC
            """;
    static final String UP_TO =
            """
            SELECT entry, subject, deed, actor_user, actor_client, state_before, state_after,
                trace_id, happened_at, previous_hash, entry_hash
            FROM admin_audit WHERE entry <= :entry ORDER BY entry
            """;

    private AdminAuditSql() {}
}
