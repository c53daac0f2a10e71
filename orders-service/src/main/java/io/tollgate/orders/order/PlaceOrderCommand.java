package io.tollgate.orders.order;

import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.util.List;
import java.util.Optional;

/** What a customer wants, where it goes, and how the partner calls it. */
public record PlaceOrderCommand(
        Buyer buyer,
        List<Wish> wishes,
        ShippingAddress shippingAddress,
        PaymentToken paymentToken,
        Optional<String> externalId) {

    /** Some pieces of a product, at a price if the customer saw one. */
    public record Wish(ProductId productId, int quantity, Optional<Money> expectedPrice) {}
}
