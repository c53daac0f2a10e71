package io.tollgate.payments.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.StoreTest;
import io.tollgate.payments.Tables;
import io.tollgate.payments.ledger.Account;
import io.tollgate.payments.ledger.Balance;
import io.tollgate.payments.ledger.Entry;
import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.ledger.Posting;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcLedgerTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Autowired
    Ledger ledger;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        Tables.empty(database);
    }

    @Test
    void an_order_that_was_captured_and_partly_refunded_adds_up() {
        post(Posting.held("pay_1-authorize", "pay_1", eur(4390), NOON));
        post(Posting.captured("pay_1-capture", "pay_1", eur(4390), NOON));
        post(Posting.refunded("pay_1-refund-ref_1", "pay_1", eur(1250), NOON));

        assertThat(ledger.balances().collectList().block())
                .containsExactlyInAnyOrder(
                        new Balance(Account.CARD_HOLDS, eur(0)),
                        new Balance(Account.ORDER_HOLDS, eur(0)),
                        new Balance(Account.CARD_NETWORK, eur(3140)),
                        new Balance(Account.REVENUE, eur(-4390)),
                        new Balance(Account.REFUNDS, eur(1250)));
    }

    @Test
    void a_ledger_was_opened_with_its_first_entry() {
        ledger.opened().as(StepVerifier::create).verifyComplete();

        post(Posting.held("pay_1-authorize", "pay_1", eur(4390), NOON));
        post(Posting.captured("pay_1-capture", "pay_1", eur(4390), NOON.plusSeconds(60)));

        ledger.opened().as(StepVerifier::create).expectNext(NOON).verifyComplete();
    }

    @Test
    void an_accounts_entries_are_paged_newest_first_with_both_directions() {
        post(Posting.captured("pay_1-capture", "pay_1", eur(4390), NOON));
        post(Posting.refunded("pay_1-refund", "pay_1", eur(4390), NOON.plusSeconds(1)));

        List<Entry> newest = entries(Optional.empty(), 1);
        assertThat(newest).extracting(Entry::amount).containsExactly(eur(-4390));
        assertThat(newest.get(0).counterpart()).isEqualTo(Account.REFUNDS);
        List<Entry> older = entries(Optional.of(newest.get(0).position()), 10);
        assertThat(older).extracting(Entry::amount).containsExactly(eur(4390));
        assertThat(older.get(0).operation()).isEqualTo("pay_1-capture");
        assertThat(older.get(0).reference()).isEqualTo("pay_1");
        assertThat(older.get(0).at()).isEqualTo(NOON);
        assertThat(older.get(0).counterpart()).isEqualTo(Account.REVENUE);
    }

    @Test
    void an_operation_is_posted_once() {
        Posting capture = Posting.captured("pay_1-capture", "pay_1", eur(4390), NOON);
        post(capture);

        ledger.post(List.of(capture)).as(StepVerifier::create).verifyError(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE ledger_transfer SET amount = 1", "DELETE FROM ledger_transfer"})
    void the_database_neither_changes_nor_loses_a_transfer(String change) {
        post(Posting.captured("pay_1-capture", "pay_1", eur(4390), NOON));

        database.sql(change).then().as(StepVerifier::create).verifyErrorMatches(refused -> refused.getMessage()
                .contains("ledger_transfer is only added to"));

        assertThat(entries(Optional.empty(), 10)).extracting(Entry::amount).containsExactly(eur(4390));
    }

    @Test
    void the_database_keeps_no_transfer_of_nothing_nor_within_one_account() {
        assertRefused("'revenue', 'refunds', 0");
        assertRefused("'revenue', 'refunds', -1");
        assertRefused("'revenue', 'revenue', 1");
    }

    @Test
    void whatever_is_posted_every_currency_sums_to_zero() {
        Random random = new Random(4);
        for (int i = 0; i < 100; i++) {
            post(any(random, "pay_" + i));
        }

        for (String currency : List.of("EUR", "USD", "JPY")) {
            assertThat(ledger
                            .balances()
                            .filter(balance ->
                                    balance.sum().currency().getCurrencyCode().equals(currency))
                            .map(balance -> balance.sum().amount())
                            .collectList()
                            .block()
                            .stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as(currency)
                    .isZero();
        }
    }

    private static Posting any(Random random, String operation) {
        Money amount = Money.of(
                1 + random.nextInt(1_000_000), List.of("EUR", "USD", "JPY").get(random.nextInt(3)));
        return switch (random.nextInt(4)) {
            case 0 -> Posting.held(operation, operation, amount, NOON);
            case 1 -> Posting.captured(operation, operation, amount, NOON);
            case 2 -> Posting.released(operation, operation, amount, NOON);
            default -> Posting.refunded(operation, operation, amount, NOON);
        };
    }

    private void assertRefused(String transfer) {
        database.sql(
                        "INSERT INTO ledger_transfer (operation, line, kind, reference, currency, posted_at, debit_account,"
                                + " credit_account, amount) VALUES ('x', 0, 'CAPTURE', 'x', 'EUR', '2026-05-04', "
                                + transfer
                                + ")")
                .then()
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    private void post(Posting posting) {
        ledger.post(List.of(posting)).block();
    }

    private List<Entry> entries(Optional<Long> before, int limit) {
        return ledger.entries(Account.CARD_NETWORK, before, limit).collectList().block();
    }

    private static Money eur(long amount) {
        return Money.of(amount, "EUR");
    }
}
