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

/** How long a page takes out of very many orders of one customer. */
@Command(name = "order-list", description = "Pages out of 100,000 orders of one customer, one after another.")
final class OrderListBenchmark implements Runnable, LongList {
    private static final String CANCELED = "CASE MOD(X, 10) WHEN 0 THEN 'CANCELED' ELSE ";
    private static final List<String> QUERIES = List.of(
            "limit=20",
            "limit=20&status=PLACED",
            "limit=20&status=CANCELED",
            "limit=20&placedBefore=2026-01-01T00:00:00Z",
            "limit=20&placedAfter=2026-01-01T00:00:00Z&status=CANCELED",
            "limit=20&externalId=none-has-this",
            "limit=100");

    @Mixin
    Settings settings;

    private String source;

    @Override
    public void run() {
        ListRun.of(this, settings);
    }

    @Override
    public String service() {
        return "orders";
    }

    @Override
    public Map<String, String> variables() {
        return OrdersBenchmark.NOTHING_ENDS_AN_ORDER;
    }

    @Override
    public void fill(Platform platform, Service service, Load load, Requests requests) {
        OrderCalls orders = OrdersBenchmark.selling(platform, service, load, requests);
        String placed = load.answer(orders.place(orders.customer(0)));
        source = Requests.read(placed).at("/id").asText();
    }

    @Override
    public Call page(Service service, Requests requests, String query) {
        OrderCalls orders = new OrderCalls(service.url(), requests);
        return orders.list(orders.customer(0), query);
    }

    @Override
    public List<String> queries() {
        return QUERIES;
    }

    /** One order in a minute, each tenth of them canceled by its customer. */
    @Override
    public void multiply(Copies copies, int orders) {
        String id = "CONCAT('ord_0', LPAD(CAST(X AS VARCHAR), 6, '0'), RIGHT(%s, 19))";
        copies.multiply(
                "customer_order",
                "id = '" + source + "'",
                orders,
                Map.of(
                        "id",
                        id.formatted("id"),
                        "external_key",
                        id.formatted("id"),
                        "placed_at",
                        "DATEADD(MINUTE, -X, placed_at)",
                        "status",
                        CANCELED + "status END",
                        "stage",
                        CANCELED + "stage END",
                        "reason",
                        "CASE MOD(X, 10) WHEN 0 THEN 'customer' END",
                        "deadline",
                        "CASE MOD(X, 10) WHEN 0 THEN NULL ELSE deadline END"));
        copies.multiply(
                "order_line", "order_id = '" + source + "'", orders, Map.of("order_id", id.formatted("order_id")));
    }
}
