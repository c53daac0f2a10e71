package io.tollgate.cli.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An order's timeline is a way through the state machine, and ends where the order is. */
final class HistoriesArePaths implements Check {

    @Override
    public String promise() {
        return "every history is a path of the state machine and ends where the order is";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, List<Row>> timelines = evidence.by("orders", "order_timeline", "order_id");
        return evidence.orders().stream().flatMap(order -> {
            List<String> states = states(timelines.getOrDefault(order.text("id"), List.of()));
            boolean right =
                    OrderStates.isPath(states) && states.get(states.size() - 1).equals(order.text("status"));
            return right
                    ? Stream.empty()
                    : Stream.of("order " + order.text("id") + " is " + order.text("status") + " after " + states);
        });
    }

    /** The states of a timeline, each once for as long as it lasted. */
    private static List<String> states(List<Row> timeline) {
        List<String> states = new ArrayList<>();
        timeline.stream()
                .sorted(Comparator.comparing(entry -> entry.number("entry_no")))
                .map(entry -> entry.text("status"))
                .filter(status ->
                        states.isEmpty() || !states.get(states.size() - 1).equals(status))
                .forEach(states::add);
        return states;
    }

    @Override
    public boolean needsRest() {
        return false;
    }
}
