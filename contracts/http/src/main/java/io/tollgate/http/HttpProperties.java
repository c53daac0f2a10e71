package io.tollgate.http;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How a process speaks HTTP.
 *
 * @param enforceCallerToken whether only callers with the gateway's token are heard; false in the gateway alone
 * @param callerJwks the public keys of the gateway (a JWKS); this or the next is required while the token is enforced
 * @param callerJwksUrl where the gateway publishes them
 * @param audience the name that a token must be made out to; empty means the application's name
 * @param maxBodySize the largest request body that is read
 */
@Validated
@ConfigurationProperties("tollgate.http")
public record HttpProperties(
        @DefaultValue("true") boolean enforceCallerToken,
        @DefaultValue("") String callerJwks,
        @DefaultValue("") String callerJwksUrl,
        @DefaultValue("") String audience,
        @NotNull @DefaultValue("1MB") DataSize maxBodySize) {}
