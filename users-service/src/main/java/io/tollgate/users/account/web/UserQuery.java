package io.tollgate.users.account.web;

import io.tollgate.http.Cursor;
import io.tollgate.users.account.Role;
import io.tollgate.users.account.UserFilter;
import io.tollgate.users.account.UserStatus;
import io.tollgate.values.Ids;
import java.util.Optional;
import java.util.stream.Stream;

/** Which users are asked for, as it stands in the query; null where it does not. */
record UserQuery(String q, String status, String role) {
    private static final int LONGEST = 200;

    UserFilter toFilter() {
        return new UserFilter(
                Optional.ofNullable(q).filter(text -> !text.isBlank()).map(UserQuery::notTooLong),
                Optional.ofNullable(status).map(UserQuery::known),
                Optional.ofNullable(role).map(UserQuery::aRole));
    }

    static Optional<String> position(Cursor cursor) {
        return cursor.after().map(id -> {
            if (!Ids.isValid("usr", id)) {
                throw Cursor.invalid("after", "is not a cursor that this list gave");
            }
            return id;
        });
    }

    private static String notTooLong(String text) {
        if (text.length() > LONGEST) {
            throw Cursor.invalid("q", "has at most " + LONGEST + " characters");
        }
        return text;
    }

    private static UserStatus known(String name) {
        return Stream.of(UserStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Cursor.invalid("status", "must be UNVERIFIED, ACTIVE, DEACTIVATED or ERASED"));
    }

    private static String aRole(String name) {
        if (!Role.ALL.contains(name)) {
            throw Cursor.invalid("role", "must be customer, catalog-manager, support or admin");
        }
        return name;
    }
}
