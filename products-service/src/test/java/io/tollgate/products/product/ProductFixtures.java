package io.tollgate.products.product;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** A small shop: cups and beans. */
public final class ProductFixtures {
    public static final ProductId CUP = new ProductId("prd_01kn6vw99tfhgsf0epbwycsr8k");
    public static final ProductId BEANS = new ProductId("prd_01kn6vyg1wevnthytvb6nmk92t");
    public static final ProductId NEVER_PUBLISHED = new ProductId("prd_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final Instant MORNING = Instant.parse("2026-04-02T10:30:00.250Z");

    private ProductFixtures() {}

    public static Product aCup() {
        return new Product(
                CUP, 1, "CUP-ESP-WHITE", "Espresso cup, white", Optional.of("60 ml"), Money.of(1250, "EUR"), MORNING);
    }

    public static Product beans() {
        return new Product(
                BEANS, 1, "BEANS-1KG", "Coffee beans, 1 kg", Optional.empty(), Money.of(1890, "EUR"), MORNING);
    }

    public static PublishProductCommand sayingCup() {
        Product cup = aCup();
        return new PublishProductCommand(cup.sku(), cup.name(), cup.description(), cup.price());
    }
}
