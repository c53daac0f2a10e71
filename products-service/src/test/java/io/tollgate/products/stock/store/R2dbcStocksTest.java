package io.tollgate.products.stock.store;

import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.NEVER_PUBLISHED;
import static io.tollgate.products.product.ProductFixtures.aCup;

import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.product.Products;
import io.tollgate.products.stock.Move;
import io.tollgate.products.stock.Stock;
import io.tollgate.products.stock.StockChanged;
import io.tollgate.products.stock.Stocks;
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
        products.add(aCup()).then(stocks.open(CUP)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void a_new_shelf_is_empty() {
        expect(new Stock(CUP, 0, 0, 1));
    }

    @Test
    void a_count_is_kept_once_per_version() {
        counted(50);

        expect(new Stock(CUP, 50, 0, 2));
        stocks.update(new Stock(CUP, 60, 0, 2)).as(StepVerifier::create).verifyError(StockChanged.class);
    }

    @Test
    void a_move_changes_both_numbers_and_the_version() {
        counted(5);

        move(new Move(CUP, 0, 3), true);
        expect(new Stock(CUP, 5, 3, 3));
        move(new Move(CUP, -2, -2), true);
        expect(new Stock(CUP, 3, 1, 4));
    }

    @Test
    void a_move_that_the_stock_does_not_bear_is_not_made() {
        counted(5);

        move(new Move(CUP, 0, 6), false);
        move(new Move(CUP, 0, -1), false);
        move(new Move(NEVER_PUBLISHED, 0, 1), false);
        expect(new Stock(CUP, 5, 0, 2));
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
                .flatMap(buyer -> stocks.apply(new Move(CUP, 0, 1)).as(transaction::transactional), 20)
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

    private void counted(int onHand) {
        stocks.update(new Stock(CUP, onHand, 0, 2)).as(StepVerifier::create).verifyComplete();
    }

    private void move(Move move, boolean applied) {
        Mono<Boolean> done = stocks.apply(move);
        done.as(StepVerifier::create).expectNext(applied).verifyComplete();
    }

    private void expect(Stock stock) {
        stocks.find(CUP).as(StepVerifier::create).expectNext(stock).verifyComplete();
    }
}
