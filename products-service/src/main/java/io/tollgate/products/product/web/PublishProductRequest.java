package io.tollgate.products.product.web;

import io.tollgate.products.product.PublishProductCommand;
import io.tollgate.values.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.Optional;

/** The body of POST /v1/products. */
record PublishProductRequest(
        @NotNull @Pattern(regexp = SKU, message = "must be 1 to 64 letters, digits, dots, underscores or hyphens")
                String sku,
        @NotBlank @Size(max = 200) String name,
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 2000) String description,
        @NotNull @Valid Price price) {
    private static final String SKU = "[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?";
    private static final long MOST = 999_999_999_999L;

    /** Something costs something. */
    record Price(@NotNull @Positive @Max(MOST) Long amount, @NotNull Currency currency) {}

    PublishProductCommand toCommand() {
        return new PublishProductCommand(
                sku, name, Optional.ofNullable(description), new Money(price.amount, price.currency));
    }
}
