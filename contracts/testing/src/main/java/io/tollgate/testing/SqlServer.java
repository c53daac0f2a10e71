package io.tollgate.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MSSQLServerContainer;

/** A real SQL Server, on which every class of tests gets a database of its own. */
public final class SqlServer {
    private static final String URL = System.getenv("TOLLGATE_MSSQL_URL");
    private static final Pattern ADDRESS =
            Pattern.compile("r2dbc:mssql://(?<user>[^:]+):(?<password>.+)@(?<host>[^/@]+)(/[^?]*)?(?<options>\\?.*)?");
    private static final String IMAGE = "mcr.microsoft.com/mssql/server:2022-latest";

    private SqlServer() {}

    /** Gives the application a new, empty database there. */
    public static void use(DynamicPropertyRegistry properties) {
        String database = "tollgate_test_" + UUID.randomUUID().toString().replace("-", "");
        properties.add("tollgate.database.url", () -> made(database));
    }

    static boolean isThere() {
        return URL != null && !URL.isBlank() || DockerClientFactory.instance().isDockerAvailable();
    }

    private static String made(String database) {
        Matcher address = ADDRESS.matcher(URL == null || URL.isBlank() ? InDocker.URL : URL);
        if (!address.matches()) {
            throw new AssertionError("TOLLGATE_MSSQL_URL is not r2dbc:mssql://user:password@host:port/database");
        }
        String jdbc = "jdbc:sqlserver://" + address.group("host") + ";encrypt=true;trustServerCertificate=true";
        try (Connection master = DriverManager.getConnection(jdbc, address.group("user"), address.group("password"));
                Statement statement = master.createStatement()) {
            // as Azure SQL is by default: readers do not wait for writers
            statement.execute("CREATE DATABASE " + database);
            statement.execute("ALTER DATABASE " + database + " SET READ_COMMITTED_SNAPSHOT ON");
        } catch (SQLException refused) {
            throw new AssertionError("SQL Server makes no database", refused);
        }
        String options = address.group("options") == null ? "?trustServerCertificate=true" : address.group("options");
        return "r2dbc:mssql://%s:%s@%s/%s%s"
                .formatted(address.group("user"), address.group("password"), address.group("host"), database, options);
    }

    /** Started with the first class that needs it; Testcontainers ends it with the JVM. */
    private static final class InDocker {
        static final String URL = started();

        private static String started() {
            MSSQLServerContainer<?> server = new MSSQLServerContainer<>(IMAGE).acceptLicense();
            server.start();
            return "r2dbc:mssql://sa:%s@%s:%d/master?trustServerCertificate=true"
                    .formatted(server.getPassword(), server.getHost(), server.getMappedPort(1433));
        }
    }
}
