package io.tollgate.products.stock.store;

import io.r2dbc.spi.Readable;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Status;
import io.tollgate.products.stock.Kind;
import io.tollgate.products.stock.Move;
import io.tollgate.products.stock.Stock;
import io.tollgate.products.stock.Stock.Threshold;
import io.tollgate.products.stock.StockChanged;
import io.tollgate.products.stock.Stocks;
import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The stock in its table, which refuses by itself to have more set aside than lies there. */
@Repository
class R2dbcStocks implements Stocks {
    private static final Set<Kind> BY_SELLERS = Set.of(Kind.RECEIPT, Kind.CORRECTION);
    private static final String OPEN =
            """
            INSERT INTO stock (product_id, status, on_hand, reserved, version, low_threshold, low)
            VALUES (:id, :status, 0, 0, 1, NULL, 0)
            """;
    private static final String TURN = "UPDATE stock SET status = :status WHERE product_id = :id";
    private static final String FIND =
            """
            SELECT product_id, status, on_hand, reserved, version, low_threshold, low FROM stock WHERE product_id = :id
            """;
    private static final String UPDATE =
            """
            UPDATE stock SET on_hand = :onHand, low_threshold = :threshold, version = :version
            WHERE product_id = :id AND version = :version - 1
            """;
    private static final String MOVE =
            """
            UPDATE stock SET on_hand = on_hand + :onHand, reserved = reserved + :reserved, version = version + 1
            WHERE product_id = :id AND (status = 'ACTIVE' OR :reserved <= 0)
                AND on_hand <= :room AND reserved + :reserved >= 0 AND on_hand + :onHand >= reserved + :reserved
            """;
    // Nobody has seen the move that is undone, nor the version it made.
    private static final String UNDO =
            """
            UPDATE stock SET on_hand = on_hand - :onHand, reserved = reserved - :reserved, version = version - 1
            WHERE product_id = :id
            """;
    private static final String TELL = "UPDATE stock SET low = :low WHERE product_id = :id";

    private final DatabaseClient database;

    R2dbcStocks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> open(ProductId id, Status status) {
        return bind(OPEN, id).bind("status", status.name()).then();
    }

    @Override
    public Mono<Void> turn(ProductId id, Status status) {
        return bind(TURN, id).bind("status", status.name()).then();
    }

    @Override
    public Mono<Stock> find(ProductId id) {
        return bind(FIND, id).map(R2dbcStocks::read).one();
    }

    @Override
    public Mono<Void> update(Stock next) {
        GenericExecuteSpec bound =
                bind(UPDATE, next.productId()).bind("onHand", next.onHand()).bind("version", next.version());
        return next.threshold()
                .pieces()
                .map(pieces -> bound.bind("threshold", pieces))
                .orElseGet(() -> bound.bindNull("threshold", Integer.class))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new StockChanged(next.productId())))
                .then();
    }

    @Override
    public Mono<Boolean> apply(Move move) {
        long most = BY_SELLERS.contains(move.kind()) ? MOST : Integer.MAX_VALUE;
        return bind(MOVE, move)
                .bind("room", most - move.onHand())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> undo(Move move) {
        return bind(UNDO, move).then();
    }

    @Override
    public Mono<Void> tell(ProductId id, boolean low) {
        return bind(TELL, id).bind("low", low).then();
    }

    private GenericExecuteSpec bind(String sql, Move move) {
        return bind(sql, move.productId()).bind("onHand", move.onHand()).bind("reserved", move.reserved());
    }

    private GenericExecuteSpec bind(String sql, ProductId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static Stock read(Readable row) {
        return new Stock(
                new ProductId(row.get("product_id", String.class)),
                Status.valueOf(row.get("status", String.class)),
                row.get("on_hand", Integer.class),
                row.get("reserved", Integer.class),
                row.get("version", Long.class),
                new Threshold(
                        Optional.ofNullable(row.get("low_threshold", Integer.class)), row.get("low", Boolean.class)));
    }
}
