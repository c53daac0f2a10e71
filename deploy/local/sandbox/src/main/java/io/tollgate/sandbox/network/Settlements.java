package io.tollgate.sandbox.network;

import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.operation.OperationBook;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file of what was set aside, taken, released and given back on a day; wrong where a token asks for it. */
final class Settlements {

    private static final String HEADER = "operation_id,authorization,reference,type,amount,currency,time\n";
    private static final Map<String, String> TYPES = Map.of(
            "authorize", "authorization",
            "confirm", "authorization",
            "capture", "capture",
            "void", "void",
            "refund", "refund");

    private final OperationBook<Operation, Authorization> book;

    Settlements(OperationBook<Operation, Authorization> book) {
        this.book = book;
    }

    Answer answer(Call call) {
        String date = date(call);
        String lines =
                book
                        .operations(operation ->
                                operation.settled() != null && operation.at().startsWith(date))
                        .stream()
                        .flatMap(Settlements::lines)
                        .collect(Collectors.joining());
        return Answer.text("text/csv", HEADER + lines);
    }

    private static String date(Call call) {
        try {
            return LocalDate.parse(call.query("date").orElse("")).toString();
        } catch (DateTimeParseException unreadable) {
            throw Refused.because(400, "invalid_date");
        }
    }

    private static Stream<String> lines(Operation operation) {
        Authorization authorization = operation.authorization();
        String right = line(operation, operation.key(), operation.settled());
        if (!operation.operation().equals("capture")) {
            return Stream.of(right);
        }
        if (authorization.isPaidWith(MagicToken.SETTLEMENT_MISSING)) {
            return Stream.of();
        }
        if (authorization.isPaidWith(MagicToken.SETTLEMENT_AMOUNT)) {
            return Stream.of(line(operation, operation.key(), operation.settled() + 1));
        }
        return authorization.isPaidWith(MagicToken.SETTLEMENT_EXTRA)
                ? Stream.of(right, line(operation, operation.key() + "-extra", operation.settled()))
                : Stream.of(right);
    }

    private static String line(Operation operation, String id, long amount) {
        Authorization authorization = operation.authorization();
        return String.join(
                        ",",
                        id,
                        authorization.id(),
                        authorization.reference(),
                        TYPES.get(operation.operation()),
                        Long.toString(amount),
                        authorization.currency(),
                        operation.at())
                + "\n";
    }
}
