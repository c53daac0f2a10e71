package io.tollgate.users.erasure;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who has to forget a user.
 *
 * @param publishers whose receipts are awaited
 * @param repeat after this time those are told again
 * @param look how often it is looked for erasures that wait too long
 */
@Validated
@ConfigurationProperties("users.erasure")
public record ErasureProperties(
        @NotEmpty @DefaultValue({"orders", "payments", "products", "workers"}) Set<String> publishers,
        @NotNull @DefaultValue("24h") Duration repeat,
        @NotNull @DefaultValue("10m") Duration look) {
    public ErasureProperties {
        publishers = Set.copyOf(publishers);
    }
}
