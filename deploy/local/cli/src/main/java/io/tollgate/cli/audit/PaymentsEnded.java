package io.tollgate.cli.audit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Of an ended order nothing is set aside on a card any more, here or at the card network. */
final class PaymentsEnded implements Check {

    private static final Map<String, Set<String>> RIGHT = Map.of(
            OrderStates.SHIPPED, Set.of("CAPTURED", "PARTIALLY_REFUNDED", "REFUNDED"),
            OrderStates.CANCELED, Set.of("UNSEEN", "DECLINED", "VOIDED", "REFUNDED"));
    private static final Set<String> OPEN = Set.of("authorized", "action_required");

    @Override
    public String promise() {
        return "no ended order has an open authorization, in payments or at the card network";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, Row> payments = evidence.oneBy("payments", "payment", "order_id");
        Map<String, Row> known = evidence.oneBy("payments", "payment", "id");
        Stream<String> here = evidence.orders().stream()
                .filter(OrderStates::hasEnded)
                .flatMap(order -> flaws(order, payments.get(order.text("id"))));
        Stream<String> there = evidence.rows("sandbox", "authorization").stream()
                .filter(authorization -> isOpen(authorization) || !known.containsKey(authorization.text("reference")))
                .map(authorization -> "the card network has " + authorization.text("id") + " "
                        + authorization.text("status") + " for payment " + authorization.text("reference"));
        return Stream.concat(here, there);
    }

    private static Stream<String> flaws(Row order, Row payment) {
        String status = payment == null ? "missing" : payment.text("status");
        return RIGHT.get(order.text("status")).contains(status)
                ? Stream.empty()
                : Stream.of("order " + order.text("id") + " is " + order.text("status") + ", its payment is " + status);
    }

    private static boolean isOpen(Row authorization) {
        return OPEN.contains(authorization.text("status").toLowerCase(java.util.Locale.ROOT));
    }
}
