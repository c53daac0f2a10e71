package io.tollgate.products.stock;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a reservation is overdue. Only orders ends it, so it is reported and nothing else.
 *
 * @param orderDeadline how long orders leaves an order undecided
 * @param look how often the overdue ones are counted
 */
@Validated
@ConfigurationProperties("products.reservations")
public record ReservationProperties(
        @NotNull @DefaultValue("2m") Duration orderDeadline, @NotNull @DefaultValue("10s") Duration look) {
    Duration overdueAfter() {
        return orderDeadline.multipliedBy(2);
    }
}
