package io.tollgate.orders.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an order may rest in a state that is not its last.
 *
 * @param placed how long stock and payment have to answer
 * @param shipping how long payment and carrier have after that
 * @param batch how many overdue orders one look ends at most
 */
@Validated
@ConfigurationProperties("orders.deadline")
public record Deadlines(
        @DefaultValue("2m") @NotNull Duration placed,
        @DefaultValue("1h") @NotNull Duration shipping,
        @DefaultValue("100") @Min(1) @Max(1000) int batch) {

    public Deadlines {
        requireASecond(placed, "orders.deadline.placed");
        requireASecond(shipping, "orders.deadline.shipping");
    }

    Optional<Duration> of(OrderStatus status) {
        return switch (status) {
            case PLACED -> Optional.of(placed);
            case CONFIRMED -> Optional.of(shipping);
            case SHIPPED, CANCELED -> Optional.empty();
        };
    }

    private static void requireASecond(Duration duration, String name) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(name + " must be a second at least");
        }
    }
}
