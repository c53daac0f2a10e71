package io.tollgate.cli.endtoend;

import io.tollgate.cli.platform.Install;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every row of every service, as a backup taken now would have it; the services go on meanwhile. */
record Backups(Install install, Path directory) {

    private static final List<String> SERVICES = List.of("users", "orders", "products", "payments", "workers");
    private static final Pattern INTO = Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"(\\w+)\"");
    private static final String SUFFIX = ".mv.db";
    private static final String SPOKEN = ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    /** The tables, as {@code service.table}, that have this text anywhere. */
    Set<String> naming(String text) {
        Set<String> places = new TreeSet<>();
        for (String service : SERVICES) {
            for (String statement : statements(service)) {
                Matcher table = INTO.matcher(statement);
                if (statement.contains(text) && table.find()) {
                    places.add(service + "." + table.group(1));
                }
            }
        }
        return places;
    }

    private List<String> statements(String service) {
        Path copy = directory.resolve(service);
        try {
            Files.copy(
                    Path.of(install.data(service).resolve(service) + SUFFIX),
                    Path.of(copy + SUFFIX),
                    StandardCopyOption.REPLACE_EXISTING);
            return script("jdbc:h2:file:" + copy + ";IFEXISTS=TRUE" + SPOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> script(String url) {
        try (Connection connection = DriverManager.getConnection(url, "", "");
                ResultSet found = connection.createStatement().executeQuery("SCRIPT NOSETTINGS")) {
            List<String> statements = new ArrayList<>();
            while (found.next()) {
                statements.add(found.getString(1));
            }
            return statements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
