package io.tollgate.users.client.store;

import io.tollgate.database.RowsStatement;

/** The statements about clients and their keys. */
final class ClientSql {
    static final String INSERT_CLIENT =
            """
            INSERT INTO api_client (id, name, organization, contacts, plan_name, scopes, network_allow, network_deny,
                status, expires_at, time_zone, owner_id, credential_version, version, created_at)
            VALUES (:id, :name, :organization, :contacts, :plan, :scopes, :allow, :deny,
                :status, :expiresAt, :timeZone, :owner, :credentialVersion, :version, :createdAt)
            """;
    static final String FIND_CLIENT =
            """
            SELECT id, name, organization, contacts, plan_name, scopes, network_allow, network_deny,
                status, expires_at, time_zone, owner_id, credential_version, version, created_at
            FROM api_client WHERE id = :id
            """;
    // A row that is written is held until the commit, on every engine: what is read of it then is what it is.
    static final String HOLD_CLIENT = "UPDATE api_client SET version = version WHERE id = :id";
    static final String SAVE_CLIENT =
            """
            UPDATE api_client SET name = :name, organization = :organization, contacts = :contacts, plan_name = :plan,
                scopes = :scopes, network_allow = :allow, network_deny = :deny, status = :status,
                expires_at = :expiresAt, time_zone = :timeZone, owner_id = :owner,
                credential_version = :credentialVersion, version = :version
            WHERE id = :id
            """;
    static final String LIST_CLIENTS =
            """
            SELECT TOP (:limit) id, name, organization, contacts, plan_name, scopes, network_allow, network_deny,
                status, expires_at, time_zone, owner_id, credential_version, version, created_at
            FROM api_client
            WHERE id < :before%s
            ORDER BY id DESC
            """;
    static final String COUNT_CLIENTS = "SELECT COUNT(*) FROM api_client";

    static final String INSERT_KEY =
            """
            INSERT INTO api_key (id, client_id, environment, prefix, secret_hash, created_at, expires_at, slot)
            VALUES (:id, :client, :environment, :prefix, :hash, :createdAt, :expiresAt, :slot)
            """;
    static final String FREE_SLOTS =
            """
            UPDATE api_key SET slot = id
            WHERE client_id = :client AND slot <> id AND (revoked_at IS NOT NULL OR expires_at <= :now)
            """;
    static final String TAKEN_SLOTS = "SELECT slot FROM api_key WHERE client_id = :client AND slot <> id";
    private static final String SELECT_KEY =
            """
            SELECT id, client_id, environment, prefix, secret_hash, created_at, expires_at, revoked_at, last_used_at
            FROM api_key
            """;
    static final String FIND_KEY_BY_HASH = SELECT_KEY + "WHERE secret_hash = :hash";
    static final String FIND_KEY = SELECT_KEY + "WHERE client_id = :client AND id = :id";
    static final String KEYS_OF_CLIENT =
            """
            SELECT TOP (100) id, client_id, environment, prefix, secret_hash, created_at, expires_at, revoked_at, last_used_at
            FROM api_key WHERE client_id = :client ORDER BY id DESC
            """;
    static final String SAVE_KEY = "UPDATE api_key SET expires_at = :expiresAt, revoked_at = :revokedAt WHERE id = :id";
    static final String REVOKE_KEYS =
            "UPDATE api_key SET revoked_at = :now WHERE client_id = :client AND revoked_at IS NULL";
    static final RowsStatement KEYS_USED = RowsStatement.of(
            """
            MERGE INTO api_key AS kept
            USING (SELECT CAST(:id AS NVARCHAR(40)) AS id, CAST(:at AS DATETIME2(6)) AS used_at,
                CAST(:before AS DATETIME2(6)) AS used_before) AS told
            ON kept.id = told.id
            WHEN MATCHED AND (kept.last_used_at IS NULL OR kept.last_used_at <= told.used_before)
                THEN UPDATE SET last_used_at = told.used_at;
            """);

    private ClientSql() {}
}
