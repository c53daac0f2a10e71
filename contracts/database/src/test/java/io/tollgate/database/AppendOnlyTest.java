package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {
    @TempDir
    Path directory;

    private DatabaseUrl url;

    @BeforeEach
    void a_line_is_written() throws SQLException {
        url = DatabaseUrl.parse("TOLLGATE_LINES_DB_URL", "r2dbc:h2:file:///" + directory + "/lines");
        execute("CREATE TABLE line (position INT NOT NULL PRIMARY KEY, word NVARCHAR(10))");
        execute(
                "CREATE TRIGGER tr_line BEFORE UPDATE, DELETE ON line FOR EACH ROW CALL 'io.tollgate.database.AppendOnly'");
        execute("INSERT INTO line VALUES (1, 'one')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE line SET word = 'two'",
                "DELETE FROM line WHERE position = 1",
                "MERGE INTO line USING (SELECT 1 AS n) AS told ON n = position WHEN MATCHED THEN UPDATE SET word = 'two'"
            })
    void what_is_written_is_neither_changed_nor_taken_away(String change) throws SQLException {
        assertThatThrownBy(() -> execute(change)).hasMessageContaining("line is only added to");

        assertThat(words()).isEqualTo("one");
    }

    @Test
    void more_can_be_written() throws SQLException {
        execute("INSERT INTO line VALUES (2, 'two')");

        assertThat(words()).isEqualTo("one two");
    }

    private String words() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT LISTAGG(word, ' ') FROM line")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc());
    }
}
