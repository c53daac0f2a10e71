package io.tollgate.database;

import io.r2dbc.h2.H2ConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** H2 as this platform runs it: T-SQL's dialect, and no commit answered before it is written. */
final class H2Url {
    // H2's own shutdown hook would close the database at SIGTERM, under the requests that are being drained. And of the
    // eight statements that a connection keeps ready by default, none is still there when its turn comes again; what
    // is kept ready is the statement, never its last result.
    private static final List<String> ALWAYS = List.of(
            "MODE=MSSQLServer",
            "DATABASE_TO_UPPER=FALSE",
            "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "WRITE_DELAY=0",
            "DB_CLOSE_ON_EXIT=FALSE",
            "QUERY_CACHE_SIZE=200",
            "OPTIMIZE_REUSE_RESULTS=FALSE");

    private H2Url() {}

    static DatabaseUrl read(String variable, ConnectionFactoryOptions given) {
        String protocol =
                DatabaseUrl.text(given, ConnectionFactoryOptions.PROTOCOL).orElse("");
        if (!protocol.equals("file") && !protocol.equals("mem")) {
            throw DatabaseStartFailure.unusable(variable, "an H2 database is r2dbc:h2:file:… or r2dbc:h2:mem:…");
        }
        String database = DatabaseUrl.text(given, ConnectionFactoryOptions.DATABASE)
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> DatabaseStartFailure.unusable(variable, "it names no database"));
        String options = options(given, protocol);
        return new DatabaseUrl(
                variable,
                Vendor.H2,
                given.mutate()
                        .option(H2ConnectionFactoryProvider.OPTIONS, options)
                        .build(),
                "jdbc:h2:" + protocol + ":" + database + ";" + options,
                protocol + ":" + database,
                Optional.of(
                        DatabaseUrl.text(given, ConnectionFactoryOptions.USER).orElse("")),
                Optional.of(DatabaseUrl.text(given, ConnectionFactoryOptions.PASSWORD)
                        .orElse("")));
    }

    private static String options(ConnectionFactoryOptions given, String protocol) {
        List<String> options = new ArrayList<>();
        DatabaseUrl.text(given, H2ConnectionFactoryProvider.OPTIONS)
                .ifPresent(text -> options.addAll(List.of(text.split(";"))));
        ALWAYS.forEach(option -> addWhenAbsent(options, option));
        if (protocol.equals("mem")) {
            addWhenAbsent(options, "DB_CLOSE_DELAY=-1");
        }
        return String.join(";", options);
    }

    private static void addWhenAbsent(List<String> options, String option) {
        String key = option.substring(0, option.indexOf('=') + 1);
        if (options.stream().noneMatch(given -> given.toUpperCase(Locale.ROOT).startsWith(key))) {
            options.add(option);
        }
    }
}
