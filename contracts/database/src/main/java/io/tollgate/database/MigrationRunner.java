package io.tollgate.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Brings every owner's tables up to date before anybody is given a connection. */
final class MigrationRunner {
    private final DatabaseUrl url;
    private final ResourcePatternResolver resources;

    MigrationRunner(DatabaseUrl url, ResourcePatternResolver resources) {
        this.url = url;
        this.resources = resources;
    }

    void run(List<Migrations> all) {
        all.forEach(this::run);
    }

    private void run(Migrations migrations) {
        List<String> locations = migrations.locations(url.vendor()).stream()
                .filter(this::hasScripts)
                .toList();
        if (locations.isEmpty()) {
            return;
        }
        try {
            flyway(migrations.name(), locations).migrate();
        } catch (FlywayException e) {
            throw isConnectionFailure(e)
                    ? DatabaseStartFailure.unreachable(url, e)
                    : DatabaseStartFailure.migration(url, migrations.name(), e);
        }
    }

    // Several histories share one schema: a new one starts at zero although the schema is not empty.
    private Flyway flyway(String name, List<String> locations) {
        return Flyway.configure()
                .dataSource(url.jdbc(), url.user().orElse(null), url.password().orElse(null))
                .table("schema_history_" + name)
                .locations(locations.toArray(String[]::new))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .load();
    }

    private boolean hasScripts(String location) {
        String folder = location.replaceFirst("^classpath:", "");
        try {
            return resources.getResources("classpath*:" + folder + "/*.sql").length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // 08… is the class of connection failures in SQL:2011; SQL Server's login failures are S0001 with 18456 or 4060.
    private static boolean isConnectionFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (String.valueOf(sql.getSQLState()).startsWith("08")
                            || sql.getErrorCode() == 18456
                            || sql.getErrorCode() == 4060)) {
                return true;
            }
        }
        return false;
    }
}
