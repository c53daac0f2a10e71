package io.tollgate.users;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way into an empty platform.
 *
 * @param admin {@code email:password:apiKey} of the first administrator; empty for none
 */
@ConfigurationProperties("users.bootstrap")
record BootstrapProperties(@DefaultValue("") String admin) {
    @Override
    public String toString() {
        return "BootstrapProperties[not shown]";
    }
}
