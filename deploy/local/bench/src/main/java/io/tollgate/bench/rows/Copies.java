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

/**
 * Multiplies what a service has written itself, in its H2 file while it does not run: a million rows in a minute. A table
 * that grows has no index and no key meanwhile; they are made again at the end, each in one go.
 */
public final class Copies implements AutoCloseable {
    private static final String OPTIONS =
            ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;CACHE_SIZE=262144";
    /** Longer transactions keep what they would undo, and H2 grows slower with each row. */
    private static final int AT_ONCE = 50_000;

    private static final String KEYS =
            """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_NAME = ? AND CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
            """;
    private static final String INDEXES =
            "SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_NAME = ? AND LEFT(INDEX_NAME, 3) = 'ix_'";

    private final Connection connection;
    private List<String> keysAndIndexes = List.of();

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
        bare(table);
        int originals = update("CREATE LOCAL TEMPORARY TABLE original AS SELECT * FROM " + table + " WHERE " + which);
        String insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", values) + " FROM original CROSS JOIN SYSTEM_RANGE(";
        int step = Math.max(1, AT_ONCE / Math.max(1, originals));
        int added = 0;
        for (int from = 1; from <= copies; from += step) {
            added += update(insert + from + ", " + Math.min(copies, from + step - 1) + ")");
        }
        update("DROP TABLE original");
        return added;
    }

    @Override
    public void close() {
        try {
            keysAndIndexes.forEach(this::update);
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

    /** Whatever refers to the table goes with its keys, and comes back with them. */
    private void bare(String table) {
        if (keysAndIndexes.isEmpty()) {
            keysAndIndexes = keysAndIndexes();
        }
        names(KEYS, table)
                .forEach(key -> update("ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + key + " CASCADE"));
        names(INDEXES, table).forEach(index -> update("DROP INDEX " + index));
    }

    /** The statements that make every key and index of the database. */
    List<String> keysAndIndexes() {
        return names("SCRIPT NODATA", "").stream()
                .filter(sql -> sql.startsWith("ALTER TABLE") && sql.contains(" ADD CONSTRAINT ")
                        || sql.startsWith("CREATE") && sql.contains(" INDEX "))
                .map(sql -> sql.replaceFirst(" (ADD CONSTRAINT|INDEX) ", " $1 IF NOT EXISTS "))
                .toList();
    }

    private List<String> names(String sql, String table) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!table.isEmpty()) {
                statement.setString(1, table);
            }
            List<String> names = new ArrayList<>();
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
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
