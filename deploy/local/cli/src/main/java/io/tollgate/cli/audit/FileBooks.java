package io.tollgate.cli.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The books of a process that is down: the scripts of its jars, run on a copy of its database's file, which stays as it is. */
final class FileBooks implements Books, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".mv.db";
    private static final String SPOKEN = ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    private final List<Path> jars;
    private final Path copy;
    private final Connection connection;

    private FileBooks(List<Path> jars, Path copy, Connection connection) {
        this.jars = jars;
        this.copy = copy;
        this.connection = connection;
    }

    /**
     * @param database the file without its suffix, as its address names it
     * @param jars of the process, which have the scripts
     */
    static FileBooks open(Path database, List<Path> jars) {
        try {
            Path directory = Files.createTempDirectory("audit");
            Path copy = directory.resolve("books");
            Files.copy(Path.of(database + SUFFIX), Path.of(copy + SUFFIX));
            return new FileBooks(
                    jars,
                    copy,
                    DriverManager.getConnection("jdbc:h2:file:" + copy + ";IFEXISTS=TRUE" + SPOKEN, "", ""));
        } catch (IOException | SQLException e) {
            throw new CommandFailed("the database " + database + SUFFIX + " cannot be read: " + e);
        }
    }

    @Override
    public List<Row> rows(String table) {
        String statement = script(table).replace(":after", "?");
        return Pages.all(after -> page(statement, after));
    }

    private List<Row> page(String statement, String after) {
        try (PreparedStatement query = connection.prepareStatement(statement)) {
            query.setString(1, after);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new CommandFailed("the books in " + copy + " cannot be read: " + e.getMessage());
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        ObjectNode row = JSON.createObjectNode();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            Object value = found.getObject(column);
            row.set(
                    found.getMetaData().getColumnLabel(column),
                    JSON.valueToTree(
                            value instanceof Timestamp time
                                    ? time.toLocalDateTime().toString()
                                    : value));
        }
        return new Row(row);
    }

    private String script(String table) {
        String name = "audit/" + table + ".sql";
        return jars.stream()
                .flatMap(jar -> text(jar, name).stream())
                .findFirst()
                .orElseThrow(() -> new CommandFailed("no jar of the process has " + name + ": " + jars));
    }

    private static Optional<String> text(Path jar, String name) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream script = zip.getInputStream(entry)) {
                return Optional.of(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new CommandFailed(jar + " cannot be read: " + e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(Path.of(copy + SUFFIX));
            Files.deleteIfExists(Path.of(copy + ".trace.db"));
            Files.deleteIfExists(copy.getParent());
        } catch (SQLException | IOException e) {
            throw new CommandFailed("the copy " + copy + " cannot be removed: " + e);
        }
    }
}
