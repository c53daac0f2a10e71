package io.tollgate.users.usage.web;

import io.tollgate.http.Cursor;
import io.tollgate.users.usage.UsageFilter;
import io.tollgate.users.usage.UsageLine;
import io.tollgate.users.usage.UsagePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Which usage is asked for, as it stands in the query; null where it does not. */
record UsageQuery(String from, String to, String operation, String status) {
    private static final int DAYS = 30;
    private static final int LONGEST = 400;
    private static final String BETWEEN = "\n";

    UsageFilter toFilter(Optional<String> clientId, LocalDate today) {
        LocalDate last = day("to", to).orElse(today);
        LocalDate first = day("from", from).orElseGet(() -> last.minusDays(DAYS));
        if (first.isAfter(last) || first.plusDays(LONGEST).isBefore(last)) {
            throw Cursor.invalid("from", "must be at most " + LONGEST + " days before to");
        }
        return new UsageFilter(
                clientId,
                first,
                last,
                Optional.ofNullable(operation).map(UsageQuery::anOperation),
                Optional.ofNullable(status).map(UsageQuery::aStatus));
    }

    static String position(UsageLine line) {
        return String.join(
                BETWEEN, line.clientId(), line.day().toString(), line.operation(), Integer.toString(line.status()));
    }

    static Optional<UsagePosition> position(Cursor cursor) {
        return cursor.after().map(UsageQuery::parsed);
    }

    private static UsagePosition parsed(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length == 4 && parts[3].matches("[1-5][0-9]{2}") && parts[0].matches(Words.ID)) {
            return new UsagePosition(
                    parts[0], day("after", parts[1]).orElseThrow(), parts[2], Integer.parseInt(parts[3]));
        }
        throw Cursor.invalid("after", "is not a cursor that this list gave");
    }

    private static Optional<LocalDate> day(String parameter, String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse).filter(day -> {
                if (day.getYear() < 2000 || day.getYear() > 9000) {
                    throw Cursor.invalid(parameter, "must be a day of this age");
                }
                return true;
            });
        } catch (DateTimeException noDay) {
            throw Cursor.invalid(parameter, "must be a day such as 2026-05-04");
        }
    }

    private static String anOperation(String text) {
        if (!text.matches(Words.OPERATION)) {
            throw Cursor.invalid("operation", Words.NO_OPERATION);
        }
        return text;
    }

    private static int aStatus(String text) {
        if (!text.matches("[1-5][0-9]{2}")) {
            throw Cursor.invalid("status", "must be a status from 100 to 599");
        }
        return Integer.parseInt(text);
    }
}
