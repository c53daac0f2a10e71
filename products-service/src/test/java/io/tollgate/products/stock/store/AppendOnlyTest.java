package io.tollgate.products.stock.store;

import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.Status;
import io.tollgate.products.stock.Cause;
import io.tollgate.products.stock.Kind;
import io.tollgate.products.stock.Ledger;
import io.tollgate.products.stock.Move;
import io.tollgate.products.stock.Movement;
import io.tollgate.products.stock.MovementId;
import io.tollgate.products.stock.StockFixtures;
import io.tollgate.products.stock.Stocks;
import io.tollgate.testing.SequentialIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/** The ledger is only ever added to, by what its table takes for a movement. */
@StoreTest
class AppendOnlyTest {
    private final SequentialIds ids = new SequentialIds();
    private final Ledger ledger;
    private final Stocks stocks;
    private final Products products;
    private final DatabaseClient database;

    @Autowired
    AppendOnlyTest(Ledger ledger, Stocks stocks, Products products, DatabaseClient database) {
        this.ledger = ledger;
        this.stocks = stocks;
        this.products = products;
        this.database = database;
    }

    @BeforeEach
    void a_shelf_for_cups() {
        Tables.empty(database);
        products.add(aCup())
                .then(stocks.open(CUP, Status.ACTIVE))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void no_statement_changes_or_takes_away_a_movement() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile).map(AppendOnlyTest::text))
                    .isNotEmpty()
                    .noneMatch(text -> text.matches(
                            "(?is).*(UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|TRUNCATE\\s+TABLE)\\s+stock_movement\\b.*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE stock_movement SET on_hand = 6", "DELETE FROM stock_movement"})
    void the_table_itself_refuses_to_change_a_movement_and_to_lose_it(String change) {
        Movement receipt = movement(new Move(CUP, Kind.RECEIPT, 5, 0));
        ledger.write(receipt).as(StepVerifier::create).expectNextCount(1).verifyComplete();

        database.sql(change).then().as(StepVerifier::create).verifyErrorMatches(refused -> refused.getMessage()
                .contains("stock_movement is only added to"));

        ledger.list(CUP, 9, Optional.empty())
                .as(StepVerifier::create)
                .expectNext(receipt)
                .verifyComplete();
    }

    @Test
    void movements_are_read_as_they_were_written_the_latest_first() {
        Movement receipt = movement(new Move(CUP, Kind.RECEIPT, 5, 0));
        Movement reservation = movement(new Move(CUP, Kind.RESERVATION, 0, 2));
        ledger.write(receipt)
                .then(ledger.write(reservation))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        ledger.list(CUP, 9, Optional.empty())
                .as(StepVerifier::create)
                .expectNext(reservation, receipt)
                .verifyComplete();
        ledger.list(CUP, 9, Optional.of(reservation.id()))
                .as(StepVerifier::create)
                .expectNext(receipt)
                .verifyComplete();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT, 0, 0", "RECEIPT, -1, 0", "RECEIPT, 1, 1", "CORRECTION, 0, 0", "CORRECTION, 1, 1", "RESERVATION, 0, 0",
        "RESERVATION, 1, 1", "RESERVATION, 0, -1", "COMMIT, -1, 0", "COMMIT, 1, 1", "RELEASE, 0, 1", "RELEASE, -1, 0",
        "RELEASE, 1, -1"
    })
    void the_table_itself_refuses_what_is_no_movement(Kind kind, int onHand, int reserved) {
        ledger.write(movement(new Move(CUP, kind, onHand, reserved)))
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    private Movement movement(Move move) {
        Cause cause = new Cause(Optional.of(StockFixtures.ORDER), Optional.of("usr_ann"), Optional.of("why"));
        return new Movement(new MovementId(ids.next("mov")), move, cause, StockFixtures.NOON, Optional.empty());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
