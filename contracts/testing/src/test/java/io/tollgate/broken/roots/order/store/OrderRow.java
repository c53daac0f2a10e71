package io.tollgate.broken.roots.order.store;

public record OrderRow(String id) {}
