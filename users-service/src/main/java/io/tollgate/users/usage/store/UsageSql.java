package io.tollgate.users.usage.store;

/** The statements about usage. */
final class UsageSql {
    static final int AT_ONCE = 1_000;

    static final String ADD =
            """
            UPDATE usage_count SET calls = calls + :calls, bytes_in = bytes_in + :in, bytes_out = bytes_out + :out
            WHERE client_id = :client AND used_on = :day AND operation = :operation AND status = :status
            """;
    static final String FIRST =
            """
            INSERT INTO usage_count (client_id, used_on, operation, status, calls, bytes_in, bytes_out)
            VALUES (:client, :day, :operation, :status, :calls, :in, :out)
            """;
    static final String LIST =
            """
            SELECT TOP (:limit) client_id, used_on, operation, status, calls, bytes_in, bytes_out
            FROM usage_count WHERE used_on >= :from AND used_on <= :to%s
            ORDER BY client_id, used_on, operation, status
            """;
    static final String OF_CLIENT = " AND client_id = :client";
    static final String OF_OPERATION = " AND operation = :operation";
    static final String OF_STATUS = " AND status = :status";
    static final String BEHIND =
            """
             AND (client_id > :afterClient OR client_id = :afterClient AND (used_on > :afterDay
                OR used_on = :afterDay AND (operation > :afterOperation
                OR operation = :afterOperation AND status > :afterStatus)))
            """;
    static final String TIDY_USAGE = "DELETE TOP (1000) FROM usage_count WHERE used_on < :before";
    static final String TIDY_LEASES = "DELETE TOP (1000) FROM quota_lease WHERE expires_at < :before";
    static final String TIDY_COUNTS =
            """
            DELETE TOP (1000) FROM quota_count WHERE ends_at < :before
                AND NOT EXISTS (SELECT 1 FROM quota_lease WHERE count_id = quota_count.id)
            """;
    static final String TIDY_REPORTS = "DELETE TOP (1000) FROM usage_report WHERE received_at < :before";

    private UsageSql() {}
}
