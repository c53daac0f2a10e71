package io.tollgate.users.account.store;

/** The statements about users. */
final class UserSql {
    static final String INSERT =
            """
            INSERT INTO user_account (id, email, name, name_key, locale, order_mails, status, verified, roles,
                password_hash, credential_version, version, created_at)
            VALUES (:id, :email, :name, :nameKey, :locale, :orderMails, :status, :verified, :roles,
                :password, :credentialVersion, :version, :createdAt)
            """;
    static final String SAVE =
            """
            UPDATE user_account SET email = :email, pending_email = :pendingEmail, name = :name, name_key = :nameKey,
                locale = :locale, order_mails = :orderMails, status = :status, verified = :verified, roles = :roles,
                credential_version = :credentialVersion, version = :version
            WHERE id = :id AND version < :version
            """;
    static final String SET_PASSWORD = "UPDATE user_account SET password_hash = :password WHERE id = :id";

    private static final String SELECT =
            """
            SELECT id, email, pending_email, name, locale, order_mails, status, verified, roles,
                credential_version, version, created_at
            FROM user_account
            """;
    static final String FIND = SELECT + "WHERE id = :id";
    static final String FIND_BY_EMAIL = SELECT + "WHERE email = :email AND status <> 'ERASED'";

    // A row that is written is held until the commit, on every engine: what is read of it then is what it is.
    static final String HOLD = "UPDATE user_account SET version = version WHERE id = :id";
    static final String HOLD_BY_EMAIL =
            "UPDATE user_account SET version = version WHERE email = :email AND status <> 'ERASED'";

    static final String ADD_ROLE = "INSERT INTO user_role (user_id, role_name) VALUES (:id, :role)";
    static final String REMOVE_ROLES = "DELETE FROM user_role WHERE user_id = :id";
    static final String REMOVE = "DELETE FROM user_account WHERE id = :id";
    static final String COUNT = "SELECT COUNT(*) FROM user_account";
    static final String COUNT_ADMINISTRATORS =
            "UPDATE administrators SET active = active + :more WHERE id = 1 AND (:more > 0 OR active + :more > 0)";

    static final String CREDENTIAL =
            """
            SELECT id, roles, password_hash, credential_version, status FROM user_account
            WHERE email = :email AND status <> 'ERASED'
            """;
    static final String CREDENTIAL_BY_ID =
            "SELECT id, roles, password_hash, credential_version, status FROM user_account WHERE id = :id AND status <> 'ERASED'";

    static final String LIST =
            """
            SELECT TOP (:limit) id, email, pending_email, name, locale, order_mails, status, verified, roles,
                credential_version, version, created_at
            FROM user_account
            WHERE id < :before%s
            ORDER BY id DESC
            """;

    static final String UNVERIFIED =
            """
            SELECT TOP (:limit) id FROM user_account
            WHERE status = 'UNVERIFIED' AND created_at < :then ORDER BY id
            """;

    private UserSql() {}
}
