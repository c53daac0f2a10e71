package io.tollgate.cli.audit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing accepted is lost, and nothing is done twice. */
final class AcknowledgedOrdersExist implements Check {

    @Override
    public String promise() {
        return "every acknowledged order is there, once, and no other";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, Row> orders = evidence.oneBy("orders", "customer_order", "id");
        Set<String> told = evidence.acknowledged().orders();
        Stream<String> lost = told.stream()
                .filter(id -> !orders.containsKey(id))
                .map(id -> "order " + id + " was acknowledged and is not there");
        Stream<String> twice = orders.values().stream()
                .filter(order -> evidence.acknowledged().customers().contains(order.text("user_id")))
                .map(order -> order.text("id"))
                .filter(id -> !told.contains(id))
                .map(id -> "order " + id + " is there and was never acknowledged to its customer");
        return Stream.concat(lost, twice);
    }

    @Override
    public boolean needsRest() {
        return false;
    }
}
