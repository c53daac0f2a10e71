package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What reading and placing an order cost. */
@Command(name = "orders", description = "Reading and placing orders, beside a trivial endpoint.")
final class OrdersBenchmark implements Runnable {
    static final Map<String, String> NOTHING_ENDS_AN_ORDER =
            Map.of("TOLLGATE_ORDERS_DEADLINE", "24h", "TOLLGATE_ORDERS_CATALOG_ASK", "2s");

    @Mixin
    Settings settings;

    @Override
    public void run() {
        Run.with(settings, this::measure);
    }

    private void measure(Platform platform, Callers callers) {
        try (Load load = new Load(settings.connections)) {
            Requests requests = new Requests(callers);
            Service service = platform.service("orders", NOTHING_ENDS_AN_ORDER);
            OrderCalls orders = selling(platform, service, load, requests);
            costs(load, platform, service, orders);
        }
    }

    /** Orders that can be placed, because their products were heard of. */
    static OrderCalls selling(Platform platform, Service service, Load load, Requests requests) {
        OrderCalls orders = new OrderCalls(service.url(), requests);
        orders.sell(products(platform, load, requests));
        orders.awaitCatalog(load);
        return orders;
    }

    /** The products are published by the service that has them, which then goes: what it answers would be measured too. */
    private static List<String> products(Platform platform, Load load, Requests requests) {
        try (Service service = platform.helper("products", Map.of())) {
            List<String> published = new ProductCalls(service.url(), requests).publishSome(load);
            service.awaitSent();
            return published;
        }
    }

    private void costs(Load load, Platform platform, Service service, OrderCalls orders) {
        Service trivial = platform.trivial();
        Subject yardstick =
                Subject.of("trivial endpoint", trivial, i -> Call.get(trivial.url() + "/constant", Map.of()));
        List<Supplier<Call>> placed = orders.place(load, 1000);
        Subject read = Subject.of("order, read by id", service, i -> placed.get(
                        ThreadLocalRandom.current().nextInt(placed.size()))
                .get());
        Subject answered = Subject.of("order, placed up to its answer", service, i -> orders.place())
                .between(platform::haltBus, () -> sendAll(platform, service));
        Subject sent = Subject.of("order, placed and its fact sent", service, i -> orders.place())
                .until(service::awaitSent);
        Comparison comparison = new Comparison(load, yardstick, List.of(read, answered, sent));
        comparison.warmUp(settings.warmUp, settings.requests);
        comparison.measure(settings.rounds, settings.requests, settings.perSecond);
        System.out.println(comparison.table());
        if (settings.threads) {
            System.out.println(comparison.threads());
        }
    }

    private static void sendAll(Platform platform, Service service) {
        platform.resumeBus();
        service.awaitSent();
    }
}
