package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;

/** What happens to one product's stock: by how much what lies there and what of it is set aside changes. */
public record Move(ProductId productId, Kind kind, int onHand, int reserved) {
    static Move reserve(Line line) {
        return new Move(line.productId(), Kind.RESERVATION, 0, line.quantity());
    }

    /** The pieces leave for the customer. */
    static Move commit(Line line) {
        return new Move(line.productId(), Kind.COMMIT, -line.quantity(), -line.quantity());
    }

    static Move release(Line line) {
        return new Move(line.productId(), Kind.RELEASE, 0, -line.quantity());
    }

    /** The pieces come back after they were committed. */
    static Move restock(Line line) {
        return new Move(line.productId(), Kind.RELEASE, line.quantity(), 0);
    }

    static Move bySeller(ProductId productId, Kind kind, int quantity) {
        return new Move(productId, kind, quantity, 0);
    }
}
