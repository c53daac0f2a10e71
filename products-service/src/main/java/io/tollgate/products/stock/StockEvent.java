package io.tollgate.products.stock;

/** What products tells of its stock: to orders the answer about an order, to everybody that a product runs out. */
public sealed interface StockEvent permits StockReserved, StockRefused, StockLow {
    /** The order or the product it is about. */
    String subject();

    long version();
}
