package io.tollgate.orders.order.web;

import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.PaymentToken;
import io.tollgate.orders.order.PlaceOrderCommand;
import io.tollgate.orders.order.PlaceOrderCommand.Wish;
import io.tollgate.values.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The body of POST /v1/orders. */
record PlaceOrderRequest(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines,
        @NotNull @Valid ShippingAddressBody shippingAddress,
        @NotNull @Pattern(regexp = "[!-~]{1,255}", message = "must be 1 to 255 visible ASCII characters")
                String paymentToken,
        @Pattern(regexp = "[!-~]{1,64}", message = "must be 1 to 64 visible ASCII characters") String externalId) {

    record Line(
            @NotNull @Pattern(regexp = "[!-~]{1,40}", message = "must be the id of a product") String productId,
            @NotNull @Min(1) @Max(1000) Integer quantity,
            @Valid Price expectedPrice) {
        Wish toWish() {
            return new Wish(
                    new ProductId(productId),
                    quantity,
                    Optional.ofNullable(expectedPrice).map(Price::toMoney));
        }
    }

    record Price(@NotNull @PositiveOrZero Long amount, @NotNull Currency currency) {
        Money toMoney() {
            return new Money(amount, currency);
        }
    }

    PlaceOrderCommand toCommand(Buyer buyer) {
        return new PlaceOrderCommand(
                buyer,
                lines.stream().map(Line::toWish).toList(),
                shippingAddress.toAddress(),
                new PaymentToken(paymentToken),
                Optional.ofNullable(externalId));
    }
}
