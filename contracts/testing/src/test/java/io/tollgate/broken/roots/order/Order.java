package io.tollgate.broken.roots.order;

import io.tollgate.broken.roots.order.store.OrderRow;

public record Order(OrderRow row) {}
