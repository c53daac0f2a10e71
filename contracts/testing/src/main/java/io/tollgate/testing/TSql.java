package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether Azure SQL would understand what H2 does, as one line per module that keeps data:
 *
 * <pre>{@code TSql.assertSpoken("io.tollgate.orders", "db/migration/common");}</pre>
 */
public final class TSql {
    /** Words that the grammar reserves and SQL Server does not: ODBC does, for itself. */
    private static final Pattern MISTAKEN = Pattern.compile("(?<![\\w@])(position)(?!\\w)", Pattern.CASE_INSENSITIVE);

    /** Parameters are sent as Unicode: SQL Server would convert a narrow column for each comparison, and scan its index. */
    private static final Pattern NARROW_TEXT =
            Pattern.compile("\\w+\\s+(?:VARCHAR|CHAR)\\s*\\(\\w+\\)", Pattern.CASE_INSENSITIVE);

    private TSql() {}

    /**
     * Fails on any statement that T-SQL's grammar refuses, in the module's classes or in its migrations.
     *
     * @param module its package
     * @param migrations folders of the class path with scripts for SQL Server
     */
    public static void assertSpoken(String module, String... migrations) {
        Map<String, List<String>> statements = Statements.ofClasses(module);
        assertThat(statements).as("SQL in the classes of " + module).isNotEmpty();
        List<String> flaws = new ArrayList<>();
        for (String folder : migrations) {
            Map<String, List<String>> scripts = Statements.ofScripts(folder);
            statements.putAll(scripts);
            scripts.forEach((where, all) -> all.stream()
                    .flatMap(TSql::narrow)
                    .forEach(column -> flaws.add(where + ": " + column + " must be NVARCHAR")));
        }
        statements.forEach((where, all) ->
                all.forEach(sql -> flaws(sql).forEach(flaw -> flaws.add(where + ": " + flaw + " in\n" + sql))));
        assertThat(flaws).as("what T-SQL does not understand").isEmpty();
    }

    /** For a statement that a class puts together as it goes: each form of it must be said here. */
    public static void assertStatement(String sql) {
        assertThat(flaws(sql)).as("what T-SQL does not understand of " + sql).isEmpty();
    }

    /**
     * Fails unless a script makes a trigger that refuses to change and to delete rows of a table. The grammar does not know
     * THROW in one.
     *
     * @param script of {@code db/migration/sqlserver}
     */
    public static void assertAppendOnly(String table, String script) {
        try (InputStream file = TSql.class.getResourceAsStream("/db/migration/sqlserver/" + script)) {
            String trigger = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            assertThat(trigger).contains("ON " + table + " INSTEAD OF UPDATE, DELETE AS\nTHROW 51000, '" + table);
            assertStatement(trigger.replaceAll("THROW .*", "DELETE FROM " + table));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the grammar says to one statement; parameters are written as Spring's, {@code :name}, or as Java's, {@code %d}. */
    static List<String> flaws(String sql) {
        String parameters = sql.replace("%d", "1").replace("%s", "x").replaceAll("(?<![:\\w]):(\\w+)", "@$1");
        return TSqlGrammar.errors(MISTAKEN.matcher(parameters).replaceAll("[$1]"));
    }

    private static Stream<String> narrow(String sql) {
        return NARROW_TEXT.matcher(sql).results().map(MatchResult::group);
    }

    static Stream<String> split(byte[] script) {
        String text = new String(script, StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
        return Stream.of(text.split(";")).map(String::strip).filter(sql -> !sql.isEmpty());
    }
}
