package io.tollgate.orders.catalog;

import io.tollgate.values.Money;

/** What a product is called and what one piece costs. */
public record Offer(String name, Money price) {}
