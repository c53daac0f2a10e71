package io.tollgate.telemetry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where telemetry goes.
 *
 * @param connectionString as Azure shows it; empty sends nothing. Checked where it is used and not here, since a
 *     failed binding would print the value
 */
@ConfigurationProperties("tollgate.telemetry")
record TelemetryProperties(@DefaultValue("") String connectionString) {

    @Override
    public String toString() {
        return "TelemetryProperties[connectionString=" + (connectionString.isBlank() ? "" : "***") + "]";
    }
}
