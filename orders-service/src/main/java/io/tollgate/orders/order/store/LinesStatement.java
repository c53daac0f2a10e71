package io.tollgate.orders.order.store;

import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** All lines of an order in one statement: each statement of its own is a round trip. */
final class LinesStatement {
    private LinesStatement() {}

    static GenericExecuteSpec of(DatabaseClient database, Order order) {
        List<OrderLine> lines = order.lines();
        GenericExecuteSpec statement =
                database.sql(sql(lines.size())).bind("id", order.id().value());
        for (int i = 0; i < lines.size(); i++) {
            statement = bind(statement, i, lines.get(i));
        }
        return statement;
    }

    private static String sql(int lines) {
        return IntStream.range(1, lines)
                .mapToObj(OrderSql.ANOTHER_LINE::formatted)
                .collect(Collectors.joining("", OrderSql.INSERT_LINES, ""));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, int number, OrderLine line) {
        return statement
                .bind("no" + number, number)
                .bind("product" + number, line.productId().value())
                .bind("name" + number, line.name())
                .bind("quantity" + number, line.quantity())
                .bind("price" + number, line.unitPrice().amount());
    }
}
