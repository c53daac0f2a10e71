package io.tollgate.users.account.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.users.account.EmailTaken;
import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.UserCredential;
import io.tollgate.users.credential.UserCredentials;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Users on SQL; also what credentials need to know of them. */
@Component
class R2dbcUsers implements Users, UserCredentials {
    private static final String INSERT =
            """
            INSERT INTO user_account (id, email, name, roles, password_hash, credential_version, version, created_at)
            VALUES (:id, :email, :name, :roles, :password, :credentialVersion, :version, :createdAt)
            """;
    private static final String SELECT =
            """
            SELECT id, email, name, roles, password_hash, credential_version, version, created_at
            FROM user_account
            """;
    private static final String SELECT_BY_ID = SELECT + "WHERE id = :id";
    private static final String SELECT_BY_EMAIL = SELECT + "WHERE email = :email";

    private final DatabaseClient database;

    R2dbcUsers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(User user, PasswordHash password) {
        return database.sql(INSERT)
                .bind("id", user.id())
                .bind("email", user.email().value())
                .bind("name", user.name())
                .bind("roles", UserRow.words(user.roles()))
                .bind("password", password.encoded())
                .bind("credentialVersion", user.credentialVersion())
                .bind("version", user.version())
                .bind("createdAt", UtcDateTime.toColumn(user.createdAt()))
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> new EmailTaken());
    }

    @Override
    public Mono<User> find(String id) {
        return database.sql(SELECT_BY_ID).bind("id", id).map(UserRow::user).one();
    }

    @Override
    public Mono<UserCredential> find(Email email) {
        return database.sql(SELECT_BY_EMAIL)
                .bind("email", email.value())
                .map(UserRow::credential)
                .one();
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return database.sql("SELECT COUNT(*) FROM user_account")
                .map(row -> row.get(0, Long.class) == 0)
                .one();
    }
}
