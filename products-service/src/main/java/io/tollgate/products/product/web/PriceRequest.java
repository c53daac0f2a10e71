package io.tollgate.products.product.web;

import io.tollgate.products.product.Price;
import io.tollgate.values.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** A price and when it is valid; something costs something. */
@Window
record PriceRequest(
        @NotNull @Positive @Max(MOST) Long amount, @NotNull Currency currency, Instant validFrom, Instant validUntil) {
    static final long MOST = 999_999_999_999L;

    static PriceRequest of(Price price) {
        return new PriceRequest(
                price.money().amount(),
                price.money().currency(),
                price.validFrom().orElse(null),
                price.validUntil().orElse(null));
    }

    Price toPrice() {
        return new Price(new Money(amount, currency), Optional.ofNullable(validFrom), Optional.ofNullable(validUntil));
    }
}
