package io.tollgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A new API client's first visit: an order that is confirmed, one that the card network declines, and both checked. */
public final class Demo {

    private static final int TIMED_ORDERS = 15;
    private static final Set<String> PROCESSES = Set.of("gateway", "orders", "products", "payments", "workers");

    private final Install install;
    private final Progress out;
    private final Warehouse warehouse;

    public Demo(Install install, Progress out) {
        this.install = install;
        this.out = out;
        this.warehouse = new Warehouse(Seeding.administrator(install));
    }

    /** Plays it through; ends with {@link CommandFailed} at the first thing that is not as it should be. */
    public void run() {
        Shopper shopper = newShopper();
        List<String> products = twoProducts(shopper);
        confirmed(shopper, products);
        declined(shopper, products);
        timed(shopper, products.get(0));
        out.say("\nEverything is as it should be.");
    }

    private Shopper newShopper() {
        String name = "demo-" + UUID.randomUUID().toString().substring(0, 8);
        String key = Seeding.newClient(install, name, "partner");
        String email = name + "@customers.example";
        Shopper shopper = Shopper.registered(install, key, email, "Ada Demo");
        out.say("API client " + name + " has its key; user " + email + " is registered and proved the address");
        return shopper;
    }

    private List<String> twoProducts(Shopper shopper) {
        JsonNode catalog = shopper.catalog().at("/items");
        if (catalog.size() < 2) {
            throw new CommandFailed("the catalog has " + catalog.size() + " products, two are needed");
        }
        out.say("The catalog:");
        catalog.forEach(product -> out.say("  %-20s %8.2f %s"
                .formatted(
                        product.at("/name").asText(),
                        product.at("/price/amount").asLong() / 100.0,
                        product.at("/price/currency").asText())));
        return List.of(catalog.at("/0/id").asText(), catalog.at("/1/id").asText());
    }

    private void confirmed(Shopper shopper, List<String> products) {
        List<Integer> before = products.stream().map(warehouse::available).toList();
        long placed = System.nanoTime();
        String order = shopper.place("tok_visa", products.get(0), products.get(1))
                .at("/id")
                .asText();
        shopper.awaitStatus(order, "CONFIRMED", "SHIPPED");
        out.say("\nOrder %s is CONFIRMED after %d ms".formatted(order, millisSince(placed)));
        shopper.awaitPayment(order, "CAPTURED");
        for (int i = 0; i < products.size(); i++) {
            warehouse.awaitAvailable(products.get(i), before.get(i) - 1);
        }
        shipped(shopper.awaitStatus(order, "SHIPPED"));
        mailed(shopper.me().at("/email").asText(), order);
        JsonNode timeline = awaitEntry(shopper, order, "shipment-booked");
        printTimeline(timeline);
        String traceId = timeline.at("/0/traceId").asText();
        out.say("\nIts trace " + traceId + ":");
        out.say(Traces.waterfall(new Traces(install).whole(traceId, PROCESSES)));
    }

    private void mailed(String email, String order) {
        List<String> subjects = new MailSink(install).awaitSubjects(email, order + " is on its way");
        out.say("Its customer was mailed: " + String.join(" · ", subjects));
    }

    private void shipped(JsonNode order) {
        JsonNode shipment = order.at("/shipment");
        String number = shipment.at("/trackingNumber").asText();
        new Parcels(install).expectOne(shipment.at("/id").asText(), number);
        out.say("It is SHIPPED with %s, tracking number %s: one parcel at the carrier"
                .formatted(shipment.at("/carrier").asText(), number));
    }

    private void declined(Shopper shopper, List<String> products) {
        int before = warehouse.available(products.get(0));
        String order = shopper.place("tok_declined", products.get(0)).at("/id").asText();
        JsonNode ended = shopper.awaitStatus(order, "CANCELED");
        String reason = ended.at("/reason").asText();
        out.say("\nOrder %s is CANCELED: %s".formatted(order, reason));
        if (!reason.equals("payment-declined")) {
            throw new CommandFailed("order " + order + " was canceled for " + reason + ", not for payment-declined");
        }
        warehouse.awaitAvailable(products.get(0), before);
        out.say("Its stock is given back: " + before + " available, as before");
        printTimeline(shopper.timeline(order));
    }

    private void timed(Shopper shopper, String product) {
        long[] millis = IntStream.range(0, TIMED_ORDERS)
                .mapToLong(i -> {
                    long placed = System.nanoTime();
                    String order = shopper.place("tok_visa", product).at("/id").asText();
                    shopper.awaitStatus(order, "CONFIRMED", "SHIPPED");
                    return millisSince(placed);
                })
                .sorted()
                .toArray();
        out.say("\nFrom placing to CONFIRMED over %d orders: p50 %d ms, slowest %d ms"
                .formatted(TIMED_ORDERS, millis[TIMED_ORDERS / 2], millis[TIMED_ORDERS - 1]));
    }

    private JsonNode awaitEntry(Shopper shopper, String order, String cause) {
        return Await.until(
                "the timeline of " + order + " naming " + cause,
                Duration.ofSeconds(20),
                () -> shopper.timeline(order),
                timeline -> timeline.toString().contains(cause));
    }

    private void printTimeline(JsonNode timeline) {
        timeline.forEach(entry -> out.say("  %-28s %-12s %-10s %s"
                .formatted(
                        entry.at("/at").asText(),
                        entry.at("/status").asText(),
                        entry.at("/actor").asText(),
                        entry.at("/cause").asText())));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
