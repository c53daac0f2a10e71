package io.tollgate.users.client.web;

import io.tollgate.http.Cursor;
import io.tollgate.users.client.ClientFilter;
import io.tollgate.users.client.ClientStatus;
import io.tollgate.values.Ids;
import java.util.Locale;
import java.util.Optional;

/** Which clients are asked for, as it stands in the query; null where it does not. */
record ClientQuery(String status, String plan, String ownerId) {
    private static final int LONGEST = 40;

    ClientFilter toFilter() {
        return new ClientFilter(
                Optional.ofNullable(status).map(ClientQuery::known),
                Optional.ofNullable(plan).map(text -> notTooLong("plan", text)),
                Optional.ofNullable(ownerId).map(text -> notTooLong("ownerId", text)));
    }

    static Optional<String> position(Cursor cursor) {
        return cursor.after().map(id -> {
            if (!Ids.isValid("cli", id)) {
                throw Cursor.invalid("after", "is not a cursor that this list gave");
            }
            return id;
        });
    }

    private static ClientStatus known(String word) {
        if (!word.matches("active|suspended|closed")) {
            throw Cursor.invalid("status", "must be active, suspended or closed");
        }
        return ClientStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String notTooLong(String parameter, String text) {
        if (text.length() > LONGEST) {
            throw Cursor.invalid(parameter, "has at most " + LONGEST + " characters");
        }
        return text;
    }
}
