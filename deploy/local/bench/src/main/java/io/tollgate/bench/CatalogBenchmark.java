package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.rows.Copies;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How long a page of the catalog takes, found by words, category or price, in every order that there is. */
@Command(name = "catalog", description = "Pages out of 100,000 products, one after another.")
final class CatalogBenchmark implements Runnable, LongList {
    private static final List<String> FOUND_BY = List.of(
            "currency=EUR",
            "q=cup&currency=EUR",
            "q=cup+bl&currency=EUR",
            "q=white+black&currency=EUR",
            "q=n471&currency=EUR",
            "q=lamp+n47&currency=EUR",
            "q=glass+hand+chair&currency=EUR&priceMin=5000&priceMax=9000",
            "category=shelf-7&currency=EUR",
            "category=home&q=rug&currency=EUR",
            "priceMin=700&priceMax=800&currency=EUR");
    private static final List<String> SORTS =
            List.of("publishedAt", "-publishedAt", "name", "-name", "price", "-price");

    @Mixin
    Settings settings;

    @Override
    public void run() {
        ListRun.of(this, settings);
    }

    @Override
    public String service() {
        return "products";
    }

    @Override
    public Map<String, String> variables() {
        return Map.of();
    }

    @Override
    public void fill(Platform platform, Service service, Load load, Requests requests) {
        new ProductCalls(service.url(), requests).fill(load);
    }

    @Override
    public List<String> queries() {
        return FOUND_BY.stream()
                .flatMap(found -> SORTS.stream().map(sort -> found + "&sort=" + sort + "&limit=20"))
                .toList();
    }

    @Override
    public Call page(Service service, Requests requests, String query) {
        return new ProductCalls(service.url(), requests).list(query);
    }

    /** Copies are found by the same words; they were published one after another. */
    @Override
    public void multiply(Copies copies, int rows) {
        int times = rows / ProductCalls.FILLED - 1;
        String id = "CONCAT('prd_0', LPAD(CAST(X AS VARCHAR), 3, '0'), RIGHT(%s, 22))";
        copies.multiply(
                "product",
                "status = 'ACTIVE'",
                times,
                Map.of(
                        "id", id.formatted("id"),
                        "sku_key", "CONCAT(sku_key, '-', X)",
                        "listed_at", "DATEADD(HOUR, -X, listed_at)"));
        copies.multiply("product_term", "1 = 1", times, Map.of("product_id", id.formatted("product_id")));
    }
}
