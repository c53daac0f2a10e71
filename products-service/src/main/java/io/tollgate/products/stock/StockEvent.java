package io.tollgate.products.stock;

/** What products answers to orders about an order's stock. */
public sealed interface StockEvent permits StockReserved, StockRefused {
    OrderId orderId();

    long version();
}
