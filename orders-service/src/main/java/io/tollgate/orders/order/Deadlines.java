package io.tollgate.orders.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an order may rest in a state that is not its last.
 *
 * @param placed how long stock and payment have to answer
 * @param batch how many overdue orders one look ends at most
 */
@Validated
@ConfigurationProperties("orders.deadline")
public record Deadlines(
        @DefaultValue("2m") @NotNull Duration placed, @DefaultValue("100") @Min(1) @Max(1000) int batch) {
    public Deadlines {
        if (placed.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("orders.deadline.placed must be a second at least");
        }
    }
}
