package io.tollgate.cli.audit;

import java.time.Duration;
import java.util.stream.Stream;

/** An order ends, or has a deadline that has not passed. */
final class OrdersEnd implements Check {

    /** How long after its deadline an order may be found before the sweep has ended it. */
    private static final Duration SWEEP = Duration.ofSeconds(30);

    @Override
    public String promise() {
        return "every order has ended or is within its deadline";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        return evidence.orders().stream()
                .filter(order -> !OrderStates.hasEnded(order))
                .filter(order -> order.time("deadline")
                        .map(deadline -> deadline.plus(SWEEP).isBefore(evidence.now()))
                        .orElse(true))
                .map(order -> "order " + order.text("id") + " is " + order.text("status")
                        + " since before its deadline " + order.text("deadline"));
    }

    @Override
    public boolean needsRest() {
        return false;
    }
}
