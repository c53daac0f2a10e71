package io.tollgate.products.stock;

/** Fewer pieces would lie there than are set aside for orders. */
public final class BelowReserved extends StockRefusal {
    private final int reserved;

    BelowReserved(int reserved) {
        super(reserved + " are reserved");
        this.reserved = reserved;
    }

    public int reserved() {
        return reserved;
    }
}
