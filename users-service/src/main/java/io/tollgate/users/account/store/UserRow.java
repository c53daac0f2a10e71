package io.tollgate.users.account.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.account.Preferences;
import io.tollgate.users.account.Profile;
import io.tollgate.users.account.Standing;
import io.tollgate.users.account.User;
import io.tollgate.users.account.UserStatus;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.UserCredential;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A row of {@code user_account}. */
final class UserRow {
    private static final int LONGEST_KEY = 200;

    private UserRow() {}

    static User user(Readable row) {
        return new User(
                row.get("id", String.class),
                profile(row),
                new Standing(status(row), row.get("verified", Boolean.class), roles(row)),
                row.get("credential_version", Long.class),
                row.get("version", Long.class),
                UtcDateTime.fromColumn(row.get("created_at", LocalDateTime.class)));
    }

    static UserCredential credential(Readable row) {
        return new UserCredential(
                row.get("id", String.class),
                roles(row),
                new PasswordHash(row.get("password_hash", String.class)),
                row.get("credential_version", Long.class),
                status(row) == UserStatus.ACTIVE);
    }

    /** What changes of a user; the rest is written once. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, User user) {
        Profile profile = user.profile();
        return statement
                .bind("id", user.id())
                .bind("email", profile.email().value())
                .bind("name", profile.name())
                .bind("nameKey", key(profile.name()))
                .bind("locale", profile.preferences().locale())
                .bind("orderMails", profile.preferences().orderMails())
                .bind("status", user.standing().status().name())
                .bind("verified", user.standing().verified())
                .bind("roles", String.join(" ", new TreeSet<>(user.standing().roles())))
                .bind("credentialVersion", user.credentialVersion())
                .bind("version", user.version());
    }

    static Object text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }

    /** A name as it is searched for; a letter can be two in lower case, and the column ends before such a name does. */
    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(LONGEST_KEY, key.length()));
    }

    private static Profile profile(Readable row) {
        return new Profile(
                new Email(row.get("email", String.class)),
                Optional.ofNullable(row.get("pending_email", String.class)).map(Email::new),
                row.get("name", String.class),
                new Preferences(row.get("locale", String.class), row.get("order_mails", Boolean.class)));
    }

    private static UserStatus status(Readable row) {
        return UserStatus.valueOf(row.get("status", String.class));
    }

    private static Set<String> roles(Readable row) {
        String words = row.get("roles", String.class);
        return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
    }
}
