package io.tollgate.users.account.store;

import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.UserCredential;
import io.tollgate.users.credential.UserCredentials;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What credentials need to know of users: one row by its key. */
@Component
class R2dbcUserCredentials implements UserCredentials {
    private final DatabaseClient database;

    R2dbcUserCredentials(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<UserCredential> find(Email email) {
        return database.sql(UserSql.CREDENTIAL)
                .bind("email", email.value())
                .map(UserRow::credential)
                .one();
    }

    @Override
    public Mono<UserCredential> find(String userId) {
        return database.sql(UserSql.CREDENTIAL_BY_ID)
                .bind("id", userId)
                .map(UserRow::credential)
                .one();
    }
}
