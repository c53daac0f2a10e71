package io.tollgate.cli.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Orders, payments, the ledger and the card network agree about every cent. */
final class MoneyAddsUp implements Check {

    @Override
    public String promise() {
        return "captured − refunded is the same by orders, payments, ledger and card network; one capture per order";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, Row> payments = evidence.oneBy("payments", "payment", "order_id");
        Map<String, List<Row>> refunds = evidence.by("orders", "order_refund", "order_id");
        Map<String, List<Row>> transfers = evidence.by("payments", "ledger_transfer", "reference");
        Map<String, List<Row>> network = evidence.by("sandbox", "authorization", "reference");
        return evidence.orders().stream()
                .filter(order -> payments.containsKey(order.text("id")))
                .flatMap(order -> {
                    Row payment = payments.get(order.text("id"));
                    return flaws(
                            order,
                            refunds.getOrDefault(order.text("id"), List.of()),
                            payment,
                            transfers.getOrDefault(payment.text("id"), List.of()),
                            network.getOrDefault(payment.text("id"), List.of()));
                });
    }

    private static Stream<String> flaws(
            Row order, List<Row> refunds, Row payment, List<Row> transfers, List<Row> network) {
        long right = Captures.ofOrder(order, refunds);
        String name = "order " + order.text("id") + ", payment " + payment.text("id") + ": ";
        Stream<String> amounts = Stream.of(
                        unequal(right, "payments has", Captures.ofPayment(payment)),
                        unequal(right, "the ledger has", Captures.ofLedger(transfers)),
                        unequal(right, "the card network has", Captures.ofNetwork(network)))
                .flatMap(flaws -> flaws);
        long captures = network.stream().filter(Captures::isTaken).count();
        Stream<String> twice = captures > 1 ? Stream.of("captured " + captures + " times") : Stream.empty();
        return Stream.concat(amounts, twice).map(flaw -> name + flaw);
    }

    private static Stream<String> unequal(long right, String who, long amount) {
        return right == amount
                ? Stream.empty()
                : Stream.of("orders say that " + right + " was paid and kept, " + who + " " + amount);
    }
}
