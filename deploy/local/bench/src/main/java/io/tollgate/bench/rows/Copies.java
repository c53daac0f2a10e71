package io.tollgate.bench.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Multiplies what a service has written itself, in its H2 file while it does not run: a hundred thousand rows in seconds. */
public final class Copies implements AutoCloseable {
    private static final String OPTIONS = ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    private final Connection connection;

    public Copies(Path database) {
        this("jdbc:h2:file:" + database.toAbsolutePath() + OPTIONS);
    }

    Copies(String url) {
        try {
            connection = DriverManager.getConnection(url, "", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds so many copies of the rows of a table that satisfy a condition; what differs is an expression of the columns
     * and of {@code X}, the copy's number.
     */
    public int multiply(String table, String which, int copies, Map<String, String> different) {
        List<String> columns = columns(table);
        if (!columns.containsAll(different.keySet())) {
            throw new IllegalArgumentException(table + " has columns " + columns + " and not all of " + different);
        }
        List<String> values = columns.stream()
                .map(column -> different.getOrDefault(column, column))
                .toList();
        return update(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                        + " FROM " + table + " CROSS JOIN SYSTEM_RANGE(1, " + copies + ") WHERE " + which);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> columns(String table) {
        try (ResultSet found = connection.getMetaData().getColumns(null, null, table, null)) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
