package io.tollgate.broken.cycle.catalog;

import io.tollgate.broken.cycle.order.Order;

public record Entry(Order lastOrder) {}
