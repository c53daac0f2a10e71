package io.tollgate.cli.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was taken from a card and not given back, as each side has written it down. */
final class Captures {

    private static final Set<String> TAKEN = Set.of("captured", "partially_refunded", "refunded");
    private static final String RECEIVABLE = "card-network-receivable";

    private Captures() {}

    /** What an order's last facts say: all of it when it shipped, but for what was refunded; nothing when it was canceled. */
    static long ofOrder(Row order, List<Row> refunds) {
        if (!order.text("status").equals(OrderStates.SHIPPED)) {
            return 0;
        }
        long paidBack = refunds.stream()
                .filter(refund -> refund.text("status").equals("PAID"))
                .mapToLong(refund -> refund.number("amount"))
                .sum();
        return order.number("total_amount") - paidBack;
    }

    static long ofPayment(Row payment) {
        return isTaken(payment) ? payment.number("amount") - payment.number("refunded") : 0;
    }

    static long ofNetwork(List<Row> authorizations) {
        return authorizations.stream()
                .filter(Captures::isTaken)
                .mapToLong(taken -> taken.number("amount") - taken.number("refunded"))
                .sum();
    }

    static long ofLedger(List<Row> transfers) {
        return balance(RECEIVABLE, transfers);
    }

    /** What an account received less what it gave. */
    static long balance(String account, List<Row> transfers) {
        return transfers.stream()
                .mapToLong(transfer -> transfer.text("debit_account").equals(account)
                        ? transfer.number("amount")
                        : transfer.text("credit_account").equals(account) ? -transfer.number("amount") : 0)
                .sum();
    }

    static boolean isTaken(Row row) {
        return TAKEN.contains(row.text("status").toLowerCase(Locale.ROOT));
    }
}
