package io.tollgate.users.account.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.account.User;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.UserCredential;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;

/** A row of {@code user_account}. */
final class UserRow {
    private UserRow() {}

    static User user(Readable row) {
        return new User(
                row.get("id", String.class),
                new Email(row.get("email", String.class)),
                row.get("name", String.class),
                roles(row),
                row.get("credential_version", Long.class),
                row.get("version", Long.class),
                UtcDateTime.fromColumn(row.get("created_at", LocalDateTime.class)));
    }

    static UserCredential credential(Readable row) {
        return new UserCredential(
                row.get("id", String.class),
                roles(row),
                new PasswordHash(row.get("password_hash", String.class)),
                row.get("credential_version", Long.class));
    }

    static String words(Set<String> roles) {
        return String.join(" ", new TreeSet<>(roles));
    }

    private static Set<String> roles(Readable row) {
        return Set.of(row.get("roles", String.class).split(" "));
    }
}
