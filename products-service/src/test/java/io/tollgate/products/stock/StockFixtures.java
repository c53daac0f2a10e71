package io.tollgate.products.stock;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;

import java.time.Instant;
import java.util.List;

/** One order for cups and beans. */
public final class StockFixtures {
    public static final OrderId ORDER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.048Z");
    public static final List<Line> TWO_CUPS_AND_BEANS = List.of(new Line(CUP, 2), new Line(BEANS, 1));

    private StockFixtures() {}
}
