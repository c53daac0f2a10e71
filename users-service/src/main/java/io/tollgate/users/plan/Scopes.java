package io.tollgate.users.plan;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a client can be allowed.
 *
 * @param scopes everything that operations ask for
 */
@Validated
@ConfigurationProperties("users.clients")
public record Scopes(@NotEmpty Set<@Pattern(regexp = "[a-z]+:[a-z]+") String> scopes) {
    public Scopes {
        scopes = Set.copyOf(scopes);
    }
}
