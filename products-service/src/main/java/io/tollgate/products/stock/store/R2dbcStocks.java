package io.tollgate.products.stock.store;

import io.r2dbc.spi.Readable;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.Move;
import io.tollgate.products.stock.Stock;
import io.tollgate.products.stock.StockChanged;
import io.tollgate.products.stock.Stocks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The stock in its table, which refuses by itself to have more set aside than lies there. */
@Repository
class R2dbcStocks implements Stocks {
    private static final String OPEN =
            "INSERT INTO stock (product_id, on_hand, reserved, version) VALUES (:id, 0, 0, 1)";
    private static final String FIND =
            "SELECT product_id, on_hand, reserved, version FROM stock WHERE product_id = :id";
    private static final String UPDATE =
            """
            UPDATE stock SET on_hand = :onHand, version = :version
            WHERE product_id = :id AND version = :version - 1
            """;
    private static final String MOVE =
            """
            UPDATE stock SET on_hand = on_hand + :onHand, reserved = reserved + :reserved, version = version + 1
            WHERE product_id = :id AND reserved + :reserved >= 0 AND on_hand + :onHand >= reserved + :reserved
            """;

    private final DatabaseClient database;

    R2dbcStocks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> open(ProductId id) {
        return database.sql(OPEN).bind("id", id.value()).then();
    }

    @Override
    public Mono<Stock> find(ProductId id) {
        return database.sql(FIND).bind("id", id.value()).map(R2dbcStocks::read).one();
    }

    @Override
    public Mono<Void> update(Stock next) {
        return database.sql(UPDATE)
                .bind("id", next.productId().value())
                .bind("onHand", next.onHand())
                .bind("version", next.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new StockChanged(next.productId())))
                .then();
    }

    @Override
    public Mono<Boolean> apply(Move move) {
        return database.sql(MOVE)
                .bind("id", move.productId().value())
                .bind("onHand", move.onHand())
                .bind("reserved", move.reserved())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Stock read(Readable row) {
        return new Stock(
                new ProductId(row.get("product_id", String.class)),
                row.get("on_hand", Integer.class),
                row.get("reserved", Integer.class),
                row.get("version", Long.class));
    }
}
