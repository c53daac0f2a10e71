package io.tollgate.broken.rooms.order.store;

public record OrderRow(String id) {}
