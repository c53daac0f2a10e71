package io.tollgate.database;

import io.r2dbc.mssql.MssqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Optional;

/** Azure SQL and SQL Server; encrypted unless the address says {@code ssl=false}, for both drivers alike. */
final class SqlServerUrl {
    private static final String DEFAULT_PORT = "1433";
    // Without these the JDBC driver waits and retries for half a minute before it says that nobody is there.
    private static final String FAIL_SOON = ";loginTimeout=10;connectRetryCount=0";

    private SqlServerUrl() {}

    static DatabaseUrl read(String variable, ConnectionFactoryOptions given) {
        String host = required(given, ConnectionFactoryOptions.HOST, variable, "host");
        String database = required(given, ConnectionFactoryOptions.DATABASE, variable, "database");
        String port = DatabaseUrl.text(given, ConnectionFactoryOptions.PORT).orElse(DEFAULT_PORT);
        boolean encrypted = encrypted(given);
        return new DatabaseUrl(
                variable,
                Vendor.SQLSERVER,
                given.mutate().option(ConnectionFactoryOptions.SSL, encrypted).build(),
                "jdbc:sqlserver://" + host + ":" + port + ";databaseName=" + quoted(database) + ";encrypt=" + encrypted
                        + certificate(given) + FAIL_SOON,
                host + ":" + port + "/" + database,
                Optional.of(required(given, ConnectionFactoryOptions.USER, variable, "user")),
                Optional.of(required(given, ConnectionFactoryOptions.PASSWORD, variable, "password")));
    }

    private static boolean encrypted(ConnectionFactoryOptions given) {
        return DatabaseUrl.text(given, ConnectionFactoryOptions.SSL)
                .map(Boolean::parseBoolean)
                .orElse(true);
    }

    private static String certificate(ConnectionFactoryOptions given) {
        return DatabaseUrl.text(given, MssqlConnectionFactoryProvider.TRUST_SERVER_CERTIFICATE)
                        .map(trust -> ";trustServerCertificate=" + Boolean.parseBoolean(trust))
                        .orElse("")
                + DatabaseUrl.text(given, MssqlConnectionFactoryProvider.HOSTNAME_IN_CERTIFICATE)
                        .map(name -> ";hostNameInCertificate=" + quoted(name))
                        .orElse("");
    }

    private static String quoted(String value) {
        return "{" + value.replace("}", "}}") + "}";
    }

    private static String required(
            ConnectionFactoryOptions given, io.r2dbc.spi.Option<?> option, String variable, String what) {
        return DatabaseUrl.text(given, option)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> DatabaseStartFailure.unusable(variable, "it names no " + what));
    }
}
