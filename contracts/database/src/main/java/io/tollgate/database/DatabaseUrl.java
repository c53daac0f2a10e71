package io.tollgate.database;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Optional;

/** One configured address, as every reader of it needs it: R2DBC for the service, JDBC for its migrations. */
public record DatabaseUrl(
        String variable,
        Vendor vendor,
        ConnectionFactoryOptions r2dbc,
        String jdbc,
        String address,
        Optional<String> user,
        Optional<String> password) {

    /** Reads an address; whatever is wrong with it is said in one sentence that names the variable. */
    public static DatabaseUrl parse(String variable, String url) {
        if (url == null || url.isBlank()) {
            throw DatabaseStartFailure.missing(variable);
        }
        ConnectionFactoryOptions options = options(variable, url.trim());
        String driver = String.valueOf(options.getValue(ConnectionFactoryOptions.DRIVER));
        return switch (driver) {
            case "h2" -> H2Url.read(variable, options);
            case "mssql", "sqlserver" -> SqlServerUrl.read(variable, options);
            default -> throw DatabaseStartFailure.unusable(variable, "its driver is neither h2 nor mssql");
        };
    }

    // The address may carry a password: neither it nor the parser's message is repeated.
    private static ConnectionFactoryOptions options(String variable, String url) {
        try {
            return ConnectionFactoryOptions.parse(url);
        } catch (IllegalArgumentException e) {
            throw DatabaseStartFailure.unusable(variable, "it is not an R2DBC URL such as r2dbc:h2:file:////dir/name");
        }
    }

    static Optional<String> text(ConnectionFactoryOptions options, io.r2dbc.spi.Option<?> option) {
        return Optional.ofNullable(options.getValue(option)).map(Object::toString);
    }

    @Override
    public String toString() {
        return vendor + " at " + address;
    }
}
