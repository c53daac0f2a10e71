package io.tollgate.database;

/** The database cannot be used at all: the start ends with one sentence that names the variable. */
public final class DatabaseStartFailure extends RuntimeException {
    private final String action;

    private DatabaseStartFailure(String sentence, String action, Throwable cause) {
        super(sentence, cause);
        this.action = action;
    }

    static DatabaseStartFailure missing(String variable) {
        return new DatabaseStartFailure(
                variable + " is not set.",
                "Set " + variable + " to the R2DBC URL of this service's database, such as r2dbc:h2:file:////dir/name"
                        + " or r2dbc:mssql://user:password@host:1433/name.",
                null);
    }

    static DatabaseStartFailure unusable(String variable, String reason) {
        return new DatabaseStartFailure(
                variable + " cannot be used: " + reason + ".", "Correct " + variable + ".", null);
    }

    static DatabaseStartFailure unreachable(DatabaseUrl url, Throwable cause) {
        return new DatabaseStartFailure(
                "The database that " + url.variable() + " names cannot be reached: " + url + ".",
                "Start it, or correct " + url.variable() + " (" + innermost(cause) + ")",
                cause);
    }

    static DatabaseStartFailure migration(DatabaseUrl url, String name, Throwable cause) {
        return new DatabaseStartFailure(
                "The migrations '" + name + "' failed on the database that " + url.variable() + " names: " + url + ".",
                "Repair the schema or the migration: " + innermost(cause),
                cause);
    }

    String action() {
        return action;
    }

    private static String innermost(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }
}
