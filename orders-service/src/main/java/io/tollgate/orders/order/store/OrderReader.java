package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/** Reads the rows of one result, in which those of an order stand together. */
final class OrderReader {
    private OrderRow last;

    private OrderReader() {}

    static Flux<OrderRow> rows(GenericExecuteSpec query) {
        return Flux.defer(() -> query.map(new OrderReader()::next).all());
    }

    private OrderRow next(Readable row) {
        last = OrderRow.read(row, last);
        return last;
    }
}
