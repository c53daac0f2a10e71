package io.tollgate.cli.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What came in is what lies there and what was sold; what is set aside is what open orders hold. */
final class StockAddsUp implements Check {

    private static final Set<String> INWARD = Set.of("RECEIPT", "CORRECTION");

    @Override
    public String promise() {
        return "stock: receipts and corrections = available + reserved + sold, and the movements give the balance";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, List<Row>> movements = evidence.by("products", "stock_movement", "product_id");
        Map<String, List<Row>> lines = evidence.by("products", "reservation_line", "product_id");
        return evidence.rows("products", "stock").stream()
                .flatMap(stock -> flaws(
                        stock,
                        movements.getOrDefault(stock.text("product_id"), List.of()),
                        lines.getOrDefault(stock.text("product_id"), List.of())));
    }

    private static Stream<String> flaws(Row stock, List<Row> movements, List<Row> lines) {
        String product = "product " + stock.text("product_id") + ": ";
        long came = sum(movements.stream().filter(m -> INWARD.contains(m.text("kind"))), "on_hand");
        return Stream.of(
                        unequal("on hand", stock.number("on_hand"), "its movements give", sum(movements, "on_hand")),
                        unequal("reserved", stock.number("reserved"), "its movements give", sum(movements, "reserved")),
                        unequal("reserved", stock.number("reserved"), "open orders hold", held(lines, "RESERVED")),
                        unequal(
                                "came in",
                                came,
                                "on hand and sold",
                                stock.number("on_hand") + held(lines, "COMMITTED")))
                .flatMap(List::stream)
                .map(flaw -> product + flaw);
    }

    private static List<String> unequal(String one, long first, String other, long second) {
        return first == second ? List.of() : List.of(one + " " + first + ", but " + other + " " + second);
    }

    private static long held(List<Row> lines, String state) {
        return sum(lines.stream().filter(line -> line.text("state").equals(state)), "quantity");
    }

    private static long sum(List<Row> rows, String column) {
        return sum(rows.stream(), column);
    }

    private static long sum(Stream<Row> rows, String column) {
        return rows.mapToLong(row -> row.number(column)).sum();
    }

    @Override
    public boolean needsRest() {
        return false;
    }
}
