package io.tollgate.telemetry;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL spans, in the words of r2dbc-proxy: the statement with its placeholders, never a bound value. */
final class SqlSpans {

    static final String STATEMENT = "r2dbc.query[0]";

    private static final Pattern VERB =
            Pattern.compile("\\b(select|insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|into|update|merge(?!\\s+into))\\s+(?:top\\s*\\(\\S+\\)\\s+)?([\\[\\w][\\w.\\[\\]\"]*)",
            Pattern.CASE_INSENSITIVE);

    private SqlSpans() {}

    static void type(SpanDraft span) {
        String statement = span.take(STATEMENT);
        String driver = span.take("r2dbc.connection");
        // Bound values among them, even if somebody switched them on: they are what customers told us.
        span.takeAll("r2dbc.");
        span.put("db.system", "H2".equals(driver) ? "h2" : "mssql");
        span.put("db.statement", statement.strip().replaceAll("\\s+", " "));
        span.name(summary(statement));
        // r2dbc-proxy notes "Query Result" for every row.
        span.onlyExceptions();
    }

    /** {@code UPDATE orders}: verb and first table, or what little of it can be made out. */
    static String summary(String statement) {
        Matcher verb = VERB.matcher(statement);
        if (!verb.find()) {
            return "SQL";
        }
        Matcher table = TABLE.matcher(statement);
        String name = table.find(verb.start()) ? " " + table.group(1).replaceAll("[\\[\\]\"]", "") : "";
        return verb.group(1).toUpperCase(Locale.ROOT) + name;
    }
}
