package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers.Caller;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.load.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a manager and readers ask of the catalog. */
final class ProductCalls {
    private static final int SOME = 20;

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
