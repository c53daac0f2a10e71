package io.tollgate.users.account.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.users.account.Change;
import io.tollgate.users.account.EmailTaken;
import io.tollgate.users.account.LastAdministrator;
import io.tollgate.users.account.StaleUser;
import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Users on SQL. */
@Component
class R2dbcUsers implements Users {
    private final DatabaseClient database;

    R2dbcUsers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(User user, PasswordHash password) {
        return UserRow.bind(database.sql(UserSql.INSERT), user)
                .bind("password", password.encoded())
                .bind("createdAt", UtcDateTime.toColumn(user.createdAt()))
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> new EmailTaken())
                .then(addRoles(user));
    }

    @Override
    public Mono<User> find(String id) {
        return one(database.sql(UserSql.FIND).bind("id", id));
    }

    @Override
    public Mono<User> findByEmail(Email email) {
        return one(database.sql(UserSql.FIND_BY_EMAIL).bind("email", email.value()));
    }

    @Override
    public Mono<User> hold(String id) {
        return run(database.sql(UserSql.HOLD).bind("id", id)).then(Mono.defer(() -> find(id)));
    }

    @Override
    public Mono<User> holdByEmail(Email email) {
        return run(database.sql(UserSql.HOLD_BY_EMAIL).bind("email", email.value()))
                .then(Mono.defer(() -> findByEmail(email)));
    }

    @Override
    public Mono<Void> save(Change change) {
        User after = change.after();
        Mono<Void> saved = run(UserRow.bind(database.sql(UserSql.SAVE), after)
                        .bind(
                                "pendingEmail",
                                UserRow.text(after.profile().pendingEmail().map(Email::value))))
                .onErrorMap(DuplicateKeyException.class, taken -> new EmailTaken())
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(StaleUser::new))
                .then();
        return roles(change.before()).equals(roles(after)) ? saved : saved.then(replaceRoles(after));
    }

    @Override
    public Mono<Void> setPassword(String id, PasswordHash password) {
        return run(database.sql(UserSql.SET_PASSWORD).bind("id", id).bind("password", password.encoded()))
                .then();
    }

    @Override
    public Mono<Void> countAdministrators(int more) {
        return run(database.sql(UserSql.COUNT_ADMINISTRATORS).bind("more", (long) more))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(LastAdministrator::new))
                .then();
    }

    @Override
    public Mono<Void> remove(String id) {
        return run(database.sql(UserSql.REMOVE_ROLES).bind("id", id))
                .then(run(database.sql(UserSql.REMOVE).bind("id", id)))
                .then();
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return database.sql(UserSql.COUNT)
                .map(row -> row.get(0, Long.class) == 0)
                .one();
    }

    private Mono<Void> replaceRoles(User user) {
        return run(database.sql(UserSql.REMOVE_ROLES).bind("id", user.id())).then(addRoles(user));
    }

    private Mono<Void> addRoles(User user) {
        return Flux.fromIterable(roles(user))
                .concatMap(role ->
                        run(database.sql(UserSql.ADD_ROLE).bind("id", user.id()).bind("role", role)))
                .then();
    }

    private static Set<String> roles(User user) {
        return user.standing().roles();
    }

    private static Mono<User> one(GenericExecuteSpec statement) {
        return statement.map(UserRow::user).one();
    }

    private static Mono<Long> run(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated();
    }
}
