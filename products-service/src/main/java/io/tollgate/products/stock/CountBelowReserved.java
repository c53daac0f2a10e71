package io.tollgate.products.stock;

/** Fewer pieces were counted than are set aside for orders. */
public final class CountBelowReserved extends StockRefusal {
    private final int count;
    private final int reserved;

    CountBelowReserved(int count, int reserved) {
        super("counted " + count + " with " + reserved + " reserved");
        this.count = count;
        this.reserved = reserved;
    }

    public int count() {
        return count;
    }

    public int reserved() {
        return reserved;
    }
}
