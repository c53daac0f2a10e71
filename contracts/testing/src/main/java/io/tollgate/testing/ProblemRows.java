package io.tollgate.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The rows of problems.md: a problem type that code can answer must have one. */
public final class ProblemRows {
    private ProblemRows() {}

    /** Fails unless the table has a row with exactly this name, status and title. */
    public static void assertDocumented(String name, int status, String title) {
        String row = "| %s | %d | %s |".formatted(name, status, title);
        if (table().lines().noneMatch(line -> line.startsWith(row))) {
            throw new AssertionError("contracts/api problems.md has no row that starts with: " + row);
        }
    }

    /** Whether a problem of this type, as it is on the wire, has a row with this status. */
    static boolean isDocumented(String type, int status) {
        String prefix = "https://tollgate.io/problems/";
        String row = "| %s | %d |".formatted(type.replace(prefix, ""), status);
        return type.startsWith(prefix) && table().lines().anyMatch(line -> line.startsWith(row));
    }

    private static String table() {
        try (InputStream file = ProblemRows.class.getResourceAsStream("/problems.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError("problems.md cannot be read", unreadable);
        }
    }
}
