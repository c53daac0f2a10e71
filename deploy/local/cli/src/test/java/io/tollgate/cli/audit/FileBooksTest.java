package io.tollgate.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBooksTest {
    private static final String SCRIPT =
            """
            SELECT no, title, lent, due
            FROM book
            WHERE no > :after
            ORDER BY no
            OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY
            """;

    @TempDir
    private Path directory;

    private Path database;
    private Path jar;

    @BeforeEach
    void aLibraryThatIsClosed() throws Exception {
        database = directory.resolve("library");
        jar = directory.resolve("library.jar");
        fill();
        pack();
    }

    @Test
    void a_closed_database_is_read_to_the_last_row_and_stays_as_it_is() throws IOException {
        Path file = Path.of(database + ".mv.db");
        byte[] before = Files.readAllBytes(file);

        try (FileBooks books = FileBooks.open(database, List.of(jar))) {
            assertThat(books.rows("book"))
                    .extracting(Row::fields)
                    .hasToString("[{\"no\":1,\"title\":\"Emma\",\"lent\":true,\"due\":\"2026-01-01T10:00\"}, "
                            + "{\"no\":2,\"title\":\"Persuasion\",\"lent\":false,\"due\":null}, "
                            + "{\"no\":3,\"title\":\"Sanditon\",\"lent\":false,\"due\":null}]");
        }

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void a_table_nobody_opened_to_auditors_is_refused_by_name() {
        try (FileBooks books = FileBooks.open(database, List.of(jar))) {
            assertThatThrownBy(() -> books.rows("reader"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("has audit/reader.sql");
        }
    }

    @Test
    void a_database_that_is_not_there_is_said_so() {
        assertThatThrownBy(() -> FileBooks.open(directory.resolve("gone"), List.of(jar)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("gone.mv.db cannot be read");
    }

    private void fill() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + database + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE", "", "")) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE book (no BIGINT, title NVARCHAR(50), lent BIT, due DATETIME2(6))");
            connection
                    .createStatement()
                    .execute("INSERT INTO book VALUES (1, 'Emma', 1, '2026-01-01 10:00:00'),"
                            + " (2, 'Persuasion', 0, NULL), (3, 'Sanditon', 0, NULL)");
        }
    }

    private void pack() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("audit/book.sql"));
            zip.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        }
    }
}
