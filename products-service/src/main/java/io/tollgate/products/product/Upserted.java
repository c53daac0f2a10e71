package io.tollgate.products.product;

import java.util.Optional;

/** What became of one of many. */
public record Upserted(int index, Outcome outcome, Optional<Product> product, Optional<ProductRefused> refusal) {
    /** The product is as was said, or is not. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        FAILED
    }

    static Upserted of(Upsert item, Outcome outcome, Product product) {
        return new Upserted(item.index(), outcome, Optional.of(product), Optional.empty());
    }

    static Upserted failed(Upsert item, ProductRefused refusal) {
        return new Upserted(item.index(), Outcome.FAILED, Optional.empty(), Optional.of(refusal));
    }
}
