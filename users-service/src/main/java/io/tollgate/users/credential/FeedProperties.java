package io.tollgate.users.credential;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of the change feed.
 *
 * @param keep how long a change is kept; a gateway that asked nothing for longer begins anew
 * @param tidy how often what is too old is looked for
 */
@Validated
@ConfigurationProperties("users.changes")
public record FeedProperties(@NotNull @DefaultValue("7d") Duration keep, @NotNull @DefaultValue("10m") Duration tidy) {
    public FeedProperties {
        if (keep.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "users.changes.keep (TOLLGATE_USERS_KEEP_CHANGES) must be at least one hour: an outage may be as long");
        }
        if (tidy.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("users.changes.tidy must be at least one second");
        }
    }
}
