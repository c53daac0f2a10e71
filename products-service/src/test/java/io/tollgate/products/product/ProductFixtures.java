package io.tollgate.products.product;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A small shop: cups and beans. */
public final class ProductFixtures {
    public static final ProductId CUP = new ProductId("prd_01kn6vw99tfhgsf0epbwycsr8k");
    public static final ProductId BEANS = new ProductId("prd_01kn6vyg1wevnthytvb6nmk92t");
    public static final ProductId NEVER_PUBLISHED = new ProductId("prd_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final Instant MORNING = Instant.parse("2026-04-02T10:30:00.250Z");

    private ProductFixtures() {}

    public static Price euros(long cents) {
        return Price.always(Money.of(cents, "EUR"));
    }

    /** The price from then on, until then. */
    public static Price euros(long cents, String from, String until) {
        return new Price(
                Money.of(cents, "EUR"),
                Optional.ofNullable(from).map(Instant::parse),
                Optional.ofNullable(until).map(Instant::parse));
    }

    public static Content cupContent() {
        return new Content(
                "CUP-ESP-WHITE",
                "Espresso cup, white",
                Optional.of("60 ml"),
                List.of("cups", "coffee"),
                Prices.of(euros(1250)),
                List.of(new Image("https://images.example/cup.jpg", "A white cup")));
    }

    public static Content beansContent() {
        return new Content(
                "BEANS-1KG",
                "Coffee beans, 1 kg",
                Optional.empty(),
                List.of("coffee"),
                Prices.of(euros(1890)),
                List.of());
    }

    public static Product aCup() {
        return published(CUP, cupContent());
    }

    public static Product beans() {
        return published(BEANS, beansContent());
    }

    public static Product aDraft() {
        return Product.drafted(CUP, cupContent(), MORNING).product();
    }

    public static Product published(ProductId id, Content content) {
        return Product.published(id, content, MORNING).product();
    }
}
