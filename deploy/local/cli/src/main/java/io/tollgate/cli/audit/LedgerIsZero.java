package io.tollgate.cli.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Double entry: all accounts together are zero in every currency, and nothing is held for what has ended. */
final class LedgerIsZero implements Check {

    private static final String HELD = "card-holds";

    @Override
    public String promise() {
        return "the ledger sums to zero per currency, and holds nothing";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        List<Row> transfers = evidence.rows("payments", "ledger_transfer");
        Map<String, List<Row>> byCurrency =
                transfers.stream().collect(Collectors.groupingBy(transfer -> transfer.text("currency")));
        Stream<String> sums = byCurrency.entrySet().stream()
                .filter(currency -> sum(currency.getValue()) != 0)
                .map(currency -> "the ledger sums to " + sum(currency.getValue()) + " " + currency.getKey());
        Stream<String> holds = evidence.by("payments", "ledger_transfer", "reference").entrySet().stream()
                .filter(payment -> Captures.balance(HELD, payment.getValue()) != 0)
                .map(payment -> "payment " + payment.getKey() + " still holds "
                        + Captures.balance(HELD, payment.getValue()) + " on a card");
        return Stream.concat(sums, holds);
    }

    private static long sum(List<Row> transfers) {
        Set<String> accounts = new TreeSet<>();
        transfers.forEach(transfer -> {
            accounts.add(transfer.text("debit_account"));
            accounts.add(transfer.text("credit_account"));
        });
        return accounts.stream()
                .mapToLong(account -> Captures.balance(account, transfers))
                .sum();
    }
}
