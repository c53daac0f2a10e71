package io.tollgate.orders.refund.web;

import io.tollgate.values.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.Optional;

/** The body of POST /v1/orders/{id}/refunds; without an amount, all that is left. */
record RequestRefundRequest(
        @Valid Amount amount,
        @Size(min = 1, max = 200)
                @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*", message = "must be text on one line")
                String reason) {

    record Amount(@NotNull @Positive Long amount, @NotNull Currency currency) {}

    Optional<Money> money() {
        return Optional.ofNullable(amount).map(some -> new Money(some.amount(), some.currency()));
    }

    Optional<String> why() {
        return Optional.ofNullable(reason);
    }
}
