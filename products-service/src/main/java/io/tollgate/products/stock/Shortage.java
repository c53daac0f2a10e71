package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.util.Comparator;
import java.util.List;

/** The products that cannot be set aside, and why. */
record Shortage(RefusalReason reason, List<ProductId> productIds) {
    /** The gravest of the reasons, with all products it holds for. */
    static Shortage worst(List<Shortage> shortages) {
        RefusalReason gravest = shortages.stream()
                .map(Shortage::reason)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Shortage(
                gravest,
                shortages.stream()
                        .filter(shortage -> shortage.reason == gravest)
                        .flatMap(shortage -> shortage.productIds.stream())
                        .toList());
    }
}
