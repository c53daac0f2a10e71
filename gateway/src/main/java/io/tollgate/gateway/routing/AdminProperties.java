package io.tollgate.gateway.routing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
        @Min(0) @Max(65_535) @DefaultValue("8090") int port, @NotNull @DefaultValue("127.0.0.1") InetAddress address) {}
