package io.tollgate.users.usage.store;

/** The statements about quotas. */
final class QuotaSql {
    private static final String KEY =
            """
            WHERE client_id = :client AND quota_name = :quota AND unit = :unit AND period = :period
                AND first_day = :day
            """;
    static final String HOLD =
            "UPDATE quota_count SET ceiling = CASE WHEN used > :limit THEN used ELSE :limit END " + KEY;
    static final String INSERT =
            """
            INSERT INTO quota_count (id, client_id, quota_name, unit, period, first_day, ends_at, used, ceiling, told)
            VALUES (:id, :client, :quota, :unit, :period, :day, :end, 0, :limit, 0)
            """;
    static final String COUNT = "SELECT id, used, ceiling, told FROM quota_count " + KEY;
    static final String SAVE = "UPDATE quota_count SET used = :used, told = :told WHERE id = :id";
    static final String TOUCH = "UPDATE quota_count SET told = told WHERE id = :id";
    static final String GIVE_BACK = "UPDATE quota_count SET used = used - :unused WHERE id = :id";
    static final String STANDING =
            """
            SELECT used, CAST(ISNULL((SELECT SUM(granted) FROM quota_lease
                WHERE count_id = quota_count.id AND returned_at IS NULL AND expires_at > :now), 0) AS BIGINT) AS held
            FROM quota_count
            """
                    + KEY;
    static final String ADD_LEASE =
            """
            INSERT INTO quota_lease (id, count_id, gateway_id, granted, expires_at)
            VALUES (:id, :count, :gateway, :granted, :expires)
            """;
    static final String LEASE = "SELECT id, count_id, gateway_id, granted, expires_at FROM quota_lease WHERE id = :id";
    static final String CLOSE_LEASE =
            "UPDATE quota_lease SET unused = :unused, returned_at = :now WHERE id = :id AND returned_at IS NULL";

    private QuotaSql() {}
}
