package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2IdentitiesTest {
    @TempDir
    Path directory;

    private DatabaseUrl url;

    @BeforeEach
    void three_lines_are_written() throws SQLException {
        url = DatabaseUrl.parse("TOLLGATE_LINES_DB_URL", "r2dbc:h2:file:///" + directory + "/lines");
        execute("CREATE TABLE line (position BIGINT IDENTITY(1,1) NOT NULL PRIMARY KEY, word NVARCHAR(10))");
        execute("CREATE TABLE unnumbered (word NVARCHAR(10))");
        execute("INSERT INTO line (word) VALUES ('one'), ('two'), ('three')");
    }

    @Test
    void a_number_that_a_row_has_is_not_given_again_after_a_kill() throws SQLException {
        noteThatTheNextIs(2);

        reopen();

        execute("INSERT INTO line (word) VALUES ('four')");
        assertThat(positions()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void numbers_that_were_passed_over_stay_passed_over() throws SQLException {
        noteThatTheNextIs(10);

        reopen();

        execute("INSERT INTO line (word) VALUES ('ten')");
        assertThat(positions()).containsExactly(1, 2, 3, 10);
    }

    // What a killed process leaves: rows, and a note that is older than they are
    private void noteThatTheNextIs(int next) throws SQLException {
        execute("ALTER TABLE line ALTER COLUMN position RESTART WITH " + next);
    }

    private void reopen() throws SQLException {
        OpenDatabase.of(url).close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), "", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Integer> positions() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), "", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT position FROM line ORDER BY position")) {
            List<Integer> positions = new ArrayList<>();
            while (rows.next()) {
                positions.add(rows.getInt(1));
            }
            return positions;
        }
    }
}
