package io.tollgate.cli.chaos;

import io.tollgate.cli.chaos.Plan.PlannedOrder;
import io.tollgate.cli.demo.ApiClient;
import io.tollgate.cli.demo.ApiClient.Answer;
import io.tollgate.cli.platform.CommandFailed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks until it is answered for good, always under the same key, whatever happens in between. */
final class Customer {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PAUSE_MILLIS = 250;
    private static final int CONFLICT = 409;
    private static final Set<Integer> AGAIN = Set.of(429, 500, 502, 503, 504);

    private final ApiClient api;
    private final List<String> products;
    private final Memory memory;

    /** @param products what may be ordered; the first is part of every order */
    Customer(ApiClient api, List<String> products, Memory memory) {
        this.api = api;
        this.products = products;
        this.memory = memory;
    }

    void order(PlannedOrder planned) {
        Optional<Answer> answer = answered("/v1/orders", body(planned));
        if (answer.isEmpty() || answer.get().status() != 201) {
            memory.wrong("an order was answered with "
                    + answer.map(last -> last.status() + " " + last.body()).orElse("nothing within " + PATIENCE));
            return;
        }
        String orderId = answer.get().text("/id");
        memory.acknowledged(orderId);
        if (planned.cancelAfterMillis() >= 0) {
            pause(planned.cancelAfterMillis());
            cancel(orderId);
        }
    }

    /** Too late is a right answer. */
    private void cancel(String orderId) {
        answered("/v1/orders/" + orderId + "/cancellation", Map.of())
                .filter(answer -> answer.status() < 300 || answer.status() == CONFLICT)
                .ifPresentOrElse(
                        answer -> {},
                        () -> memory.wrong("the cancellation of " + orderId + " was not answered rightly"));
    }

    private Map<String, Object> body(PlannedOrder planned) {
        String other = products.get(planned.product() % products.size());
        Map<String, Object> first = Map.of("productId", products.get(0), "quantity", planned.quantity());
        List<Map<String, Object>> lines = other.equals(products.get(0))
                ? List.of(first)
                : List.of(first, Map.of("productId", other, "quantity", 1));
        return Map.of(
                "lines",
                lines,
                "paymentToken",
                planned.token(),
                "shippingAddress",
                Map.of(
                        "name",
                        "Chaos Customer",
                        "line1",
                        planned.street(),
                        "city",
                        "Hamburg",
                        "postalCode",
                        "20095",
                        "country",
                        "DE"));
    }

    private Optional<Answer> answered(String path, Object body) {
        String key = UUID.randomUUID().toString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Answer> answer = attempt(() -> api.post(path, body, "Idempotency-Key", key));
        while (answer.filter(Customer::isForGood).isEmpty()) {
            if (System.nanoTime() > end) {
                return answer;
            }
            memory.repeated();
            pause(PAUSE_MILLIS);
            answer = attempt(() -> api.post(path, body, "Idempotency-Key", key));
        }
        return answer;
    }

    private static boolean isForGood(Answer answer) {
        return !AGAIN.contains(answer.status())
                && !answer.text("/type").endsWith("/request-in-flight")
                && !answer.text("/type").endsWith("/conflict");
    }

    /** Nothing when the connection broke: whether it had an effect is not known. */
    private static Optional<Answer> attempt(Supplier<Answer> call) {
        try {
            return Optional.of(call.get());
        } catch (CommandFailed broken) {
            return Optional.empty();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }
}
