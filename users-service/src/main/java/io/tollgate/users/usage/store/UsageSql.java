package io.tollgate.users.usage.store;

import io.tollgate.database.RowsStatement;

/** The statements about usage. */
final class UsageSql {
    static final RowsStatement ADD = RowsStatement.of(
            """
            MERGE INTO usage_count AS kept
            USING (SELECT CAST(:client AS NVARCHAR(40)) AS client_id, CAST(:day AS DATE) AS used_on,
                CAST(:operation AS NVARCHAR(200)) AS operation, CAST(:status AS INT) AS status,
                CAST(:calls AS BIGINT) AS calls, CAST(:in AS BIGINT) AS bytes_in, CAST(:out AS BIGINT) AS bytes_out) AS told
            ON kept.client_id = told.client_id AND kept.used_on = told.used_on AND kept.operation = told.operation
                AND kept.status = told.status
            WHEN MATCHED THEN UPDATE SET calls = kept.calls + told.calls, bytes_in = kept.bytes_in + told.bytes_in,
                bytes_out = kept.bytes_out + told.bytes_out
            WHEN NOT MATCHED THEN INSERT (client_id, used_on, operation, status, calls, bytes_in, bytes_out)
                VALUES (told.client_id, told.used_on, told.operation, told.status, told.calls, told.bytes_in, told.bytes_out);
            """);
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
