package io.tollgate.products.stock.store;

import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.NEVER_PUBLISHED;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.Status.ACTIVE;
import static io.tollgate.products.product.Status.RETIRED;
import static io.tollgate.products.stock.Kind.COMMIT;
import static io.tollgate.products.stock.Kind.CORRECTION;
import static io.tollgate.products.stock.Kind.RECEIPT;
import static io.tollgate.products.stock.Kind.RELEASE;
import static io.tollgate.products.stock.Kind.RESERVATION;

import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.product.Products;
import io.tollgate.products.stock.Move;
import io.tollgate.products.stock.Stock;
import io.tollgate.products.stock.Stock.Threshold;
import io.tollgate.products.stock.StockChanged;
import io.tollgate.products.stock.Stocks;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcStocksTest {
    private final Stocks stocks;
    private final Products products;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    @Autowired
    R2dbcStocksTest(Stocks stocks, Products products, DatabaseClient database, TransactionalOperator transaction) {
        this.stocks = stocks;
        this.products = products;
        this.database = database;
        this.transaction = transaction;
    }

    @BeforeEach
    void an_open_shelf_for_cups() {
        Tables.empty(database);
        products.add(aCup())
                .then(stocks.open(CUP, ACTIVE))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void a_new_shelf_is_empty() {
        expect(stock(0, 0, 1));
    }

    @Test
    void a_count_is_kept_once_per_version() {
        counted(50);

        expect(stock(50, 0, 2));
        stocks.update(stock(60, 0, 2)).as(StepVerifier::create).verifyError(StockChanged.class);
    }

    @Test
    void a_move_changes_both_numbers_and_the_version() {
        counted(5);

        move(new Move(CUP, RESERVATION, 0, 3), true);
        expect(stock(5, 3, 3));
        move(new Move(CUP, COMMIT, -2, -2), true);
        expect(stock(3, 1, 4));
    }

    @Test
    void a_move_that_the_stock_does_not_bear_is_not_made() {
        counted(5);

        move(new Move(CUP, RESERVATION, 0, 6), false);
        move(new Move(CUP, RELEASE, 0, -1), false);
        move(new Move(NEVER_PUBLISHED, RESERVATION, 0, 1), false);
        expect(stock(5, 0, 2));
    }

    @Test
    void the_table_itself_refuses_to_have_less_than_nothing_available() {
        database.sql("UPDATE stock SET reserved = 1")
                .then()
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    @Test
    void eighty_buyers_of_one_among_fifty_get_fifty() {
        counted(50);

        Flux.range(0, 80)
                .flatMap(buyer -> stocks.apply(new Move(CUP, RESERVATION, 0, 1)).as(transaction::transactional), 20)
                .filter(applied -> applied)
                .count()
                .as(StepVerifier::create)
                .expectNext(50L)
                .verifyComplete();
        stocks.find(CUP)
                .map(Stock::available)
                .as(StepVerifier::create)
                .expectNext(0)
                .verifyComplete();
    }

    @Test
    void a_seller_has_a_thousand_million_pieces_at_most_and_what_comes_back_fits_nevertheless() {
        move(new Move(CUP, RECEIPT, Stocks.MOST, 0), true);
        move(new Move(CUP, RECEIPT, 1, 0), false);
        move(new Move(CUP, RELEASE, Stocks.MOST, 0), true);
        move(new Move(CUP, CORRECTION, -2 * Stocks.MOST, 0), true);
    }

    @Test
    void a_retired_product_gives_nothing_to_orders_and_takes_back_what_they_had() {
        counted(5);
        move(new Move(CUP, RESERVATION, 0, 2), true);
        stocks.turn(CUP, RETIRED).as(StepVerifier::create).verifyComplete();

        move(new Move(CUP, RESERVATION, 0, 1), false);
        move(new Move(CUP, RELEASE, 0, -1), true);
        move(new Move(CUP, COMMIT, -1, -1), true);
    }

    @Test
    void what_is_undone_has_never_been() {
        counted(5);
        Move three = new Move(CUP, RESERVATION, 0, 3);
        move(three, true);
        stocks.undo(three).as(StepVerifier::create).verifyComplete();

        expect(stock(5, 0, 2));
    }

    @Test
    void the_threshold_and_whether_it_was_told_are_kept() {
        Stock watched = new Stock(CUP, ACTIVE, 0, 0, 2, new Threshold(Optional.of(3), false));
        stocks.update(watched).as(StepVerifier::create).verifyComplete();
        stocks.tell(CUP, true).as(StepVerifier::create).verifyComplete();

        expect(new Stock(CUP, ACTIVE, 0, 0, 2, new Threshold(Optional.of(3), true)));
    }

    private static Stock stock(int onHand, int reserved, long version) {
        return new Stock(CUP, ACTIVE, onHand, reserved, version, Threshold.NONE);
    }

    private void counted(int onHand) {
        stocks.update(stock(onHand, 0, 2)).as(StepVerifier::create).verifyComplete();
    }

    private void move(Move move, boolean applied) {
        Mono<Boolean> done = stocks.apply(move);
        done.as(StepVerifier::create).expectNext(applied).verifyComplete();
    }

    private void expect(Stock stock) {
        stocks.find(CUP).as(StepVerifier::create).expectNext(stock).verifyComplete();
    }
}
