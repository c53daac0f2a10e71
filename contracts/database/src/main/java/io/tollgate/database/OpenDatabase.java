package io.tollgate.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** H2 opens a database with its first connection and closes it with its last: this one spares the reopening. */
final class OpenDatabase implements AutoCloseable {
    private final Connection connection;

    private OpenDatabase(Connection connection) {
        this.connection = connection;
    }

    static OpenDatabase of(DatabaseUrl url) {
        if (url.vendor() != Vendor.H2) {
            return new OpenDatabase(null);
        }
        try {
            Connection connection = DriverManager.getConnection(
                    url.jdbc(), url.user().orElse(""), url.password().orElse(""));
            H2Identities.pass(connection);
            return new OpenDatabase(connection);
        } catch (SQLException e) {
            throw DatabaseStartFailure.unreachable(url, e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
