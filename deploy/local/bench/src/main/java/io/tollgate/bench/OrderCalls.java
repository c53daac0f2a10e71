package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers.Caller;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.load.Named;
import io.tollgate.bench.load.UnexpectedAnswer;
import io.tollgate.bench.server.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What customers ask of orders: fifty of them, each order with two lines. */
final class OrderCalls {
    private static final int CUSTOMERS = 50;
    private static final int UNPROCESSABLE = 422;
    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Ada Lovelace",
            "line1", "12 St James's Square",
            "city", "London",
            "postalCode", "SW1Y 4JH",
            "country", "GB");

    private final String url;
    private final Requests requests;
    private final AtomicInteger placed = new AtomicInteger();
    private List<String> products = List.of();

    OrderCalls(String service, Requests requests) {
        this.url = service + "/v1/orders";
        this.requests = requests;
    }

    void sell(List<String> these) {
        products = List.copyOf(these);
    }

    /** Orders learns of products when it hears of them. */
    void awaitCatalog(Load load) {
        while (true) {
            try {
                for (int i = 0; i < products.size(); i++) {
                    load.answer(place(customer(i), i));
                }
                return;
            } catch (UnexpectedAnswer unknown) {
                if (unknown.status() != UNPROCESSABLE) {
                    throw unknown;
                }
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    /** The next customer's order. */
    Call place() {
        int number = placed.incrementAndGet();
        return place(customer(number), number);
    }

    Call place(Caller customer) {
        return place(customer, placed.incrementAndGet());
    }

    /** Places so many orders, and says how to read each by its id: anew each time, since tokens end. */
    List<Supplier<Call>> place(Load load, int count) {
        List<Supplier<Call>> reads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Caller customer = customer(i);
            String id = Requests.read(load.answer(place(customer))).at("/id").asText();
            reads.add(() -> Call.get(url + "/" + id, requests.headers(customer)));
        }
        return reads;
    }

    Call list(Caller customer, String query) {
        return Call.get(url + "?" + query, requests.headers(customer));
    }

    Caller customer(int number) {
        return new Caller(
                "orders", Named.id("usr_", number % CUSTOMERS), List.of("customer"), "orders:read orders:write");
    }

    private Call place(Caller customer, int number) {
        Map<String, Object> body = Map.of(
                "lines",
                List.of(line(number, 1), line(number + 1, 2)),
                "shippingAddress",
                ADDRESS,
                "paymentToken",
                "tok_visa");
        String key = "bench-" + number + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
        return Call.post(url, requests.headers(customer, key), Requests.json(body), 201);
    }

    private Map<String, Object> line(int number, int quantity) {
        return Map.of("productId", products.get(number % products.size()), "quantity", quantity);
    }
}
