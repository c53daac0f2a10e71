package io.tollgate.orders.order;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders are followed while they change.
 *
 * @param poll how often the timeline is looked at for what another process wrote
 * @param heartbeat how often a stream says that it is alive
 * @param longest after this time a stream ends, and whoever still may comes again
 * @param perUser how many streams a user may have at this process
 * @param all how many streams this process has at most
 */
@Validated
@ConfigurationProperties("orders.events")
public record LiveProperties(
        @DefaultValue("1s") @NotNull Duration poll,
        @DefaultValue("15s") @NotNull Duration heartbeat,
        @DefaultValue("5m") @NotNull Duration longest,
        @DefaultValue("10") @Min(1) int perUser,
        @DefaultValue("1000") @Min(1) int all) {}
