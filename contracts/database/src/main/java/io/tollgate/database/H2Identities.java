package io.tollgate.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that H2 gives to rows. It notes beside the transactions how far it has come, and not before a row with such
 * a number can be committed: once its process is killed, it may give numbers again that rows already have.
 */
final class H2Identities {
    private static final String ALL =
            "SELECT TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE IS_IDENTITY = 'YES'";
    private static final String HIGHEST = "SELECT COALESCE(MAX(\"%2$s\"), 0) FROM \"%1$s\"";
    private static final String NEXT =
            "SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = '%s' AND COLUMN_NAME = '%s'";
    private static final String RESTART = "ALTER TABLE \"%s\" ALTER COLUMN \"%s\" RESTART WITH %d";

    private H2Identities() {}

    private record Identity(String table, String column) {}

    /** Every number given from now on is higher than all that rows have. */
    static void pass(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Identity identity : all(statement)) {
                // In this order: another user of the same database in memory may be writing rows meanwhile.
                long highest = number(statement, HIGHEST.formatted(identity.table(), identity.column()));
                long next = number(statement, NEXT.formatted(identity.table(), identity.column()));
                if (next <= highest) {
                    statement.execute(RESTART.formatted(identity.table(), identity.column(), highest + 1));
                }
            }
        }
    }

    private static List<Identity> all(Statement statement) throws SQLException {
        List<Identity> identities = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                identities.add(new Identity(rows.getString(1), rows.getString(2)));
            }
        }
        return identities;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
