package io.tollgate.orders.order;

import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;

/** Some pieces of one product, by the name and at the price that the customer was promised. */
public record OrderLine(ProductId productId, String name, int quantity, Money unitPrice) {
    Money total() {
        return unitPrice.times(quantity);
    }
}
