package io.tollgate.gateway.routing;

import io.tollgate.values.InvalidVariable;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where administration is done.
 *
 * @param port of its own, on which nothing else exists
 * @param address to listen on; this machine alone unless somebody says otherwise
 */
@Validated
@ConfigurationProperties("tollgate.gateway.admin")
public record AdminProperties(
        @NotNull @DefaultValue("8090") Port port, @NotNull @DefaultValue("127.0.0.1") InetAddress address) {
    public static final String PORT = "TOLLGATE_GATEWAY_ADMIN_PORT";

    /** The number of a port; 0 is any that is free. */
    public record Port(int number) {
        private static final int MOST = 65_535;

        public static Port valueOf(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MOST) {
                throw InvalidVariable.because(PORT, "is not the number of a port", null);
            }
            return new Port(Integer.parseInt(text));
        }
    }
}
