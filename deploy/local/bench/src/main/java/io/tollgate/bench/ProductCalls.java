package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers.Caller;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.load.Named;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What a manager and readers ask of the catalog. */
final class ProductCalls {
    static final int FILLED = 1000;
    private static final int AT_ONCE = 100;
    private static final int SOME = 20;
    private static final List<String> KINDS = List.of("cup", "lamp", "chair", "rug", "table", "spoon", "jar", "clock");
    private static final List<String> COLORS = List.of("white", "black", "blue", "red", "green", "gray");

    private final String url;
    private final Requests requests;
    private final Caller manager =
            new Caller("products", Named.id("usr_", 1), List.of("catalog-manager"), "catalog:read catalog:write");

    ProductCalls(String service, Requests requests) {
        this.url = service + "/v1/products";
        this.requests = requests;
    }

    /** Publishes a few products and says their ids. */
    List<String> publishSome(Load load) {
        return IntStream.range(0, SOME)
                .mapToObj(i -> Requests.read(load.answer(publish(i))).at("/id").asText())
                .toList();
    }

    /** Publishes a thousand products, in words that many or few of them share. */
    void fill(Load load) {
        Random random = new Random(42);
        for (int from = 0; from < FILLED; from += AT_ONCE) {
            List<Map<String, Object>> items = IntStream.range(from, from + AT_ONCE)
                    .mapToObj(i -> product(i, random))
                    .toList();
            Map<String, String> headers = requests.headers(manager, "bench-fill-" + from);
            load.answer(Call.post(url + "/bulk", headers, Requests.json(Map.of("items", items)), 200));
        }
    }

    Call list(String query) {
        return Call.get(url + "?" + query, requests.headers(manager));
    }

    private static Map<String, Object> product(int number, Random random) {
        String name = COLORS.get(random.nextInt(COLORS.size())) + " " + KINDS.get(random.nextInt(KINDS.size()));
        return Map.of(
                "sku",
                "SKU-" + number,
                "name",
                name + " N" + (4000 + number),
                "description",
                "Made of clay and glass by hand, fits into every kitchen, number " + number,
                "categories",
                List.of("shelf-" + number % 100, "home"),
                "price",
                Map.of("amount", 1 + random.nextInt(20_000), "currency", "EUR"),
                "status",
                "active");
    }

    private Call publish(int number) {
        Map<String, Object> product = Map.of(
                "sku",
                "BENCH-" + number,
                "name",
                "Stoneware mug no. " + number,
                "price",
                Map.of("amount", 1450 + number, "currency", "EUR"),
                "status",
                "active");
        return Call.post(url, requests.headers(manager, "bench-publish-" + number), Requests.json(product), 201);
    }
}
