package io.tollgate.payments.ledger.web;

import io.tollgate.payments.ledger.Account;
import io.tollgate.payments.ledger.Balance;
import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Entry;
import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.ledger.Posting;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.TestCallers;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@WebFluxTest
@ContextConfiguration(classes = LedgerControllerTest.Web.class)
class LedgerControllerTest {
    private static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    private static final String USER = "usr_01kpmz88c1ef1tnyr5f7dfw65v";
    private static final TestCallers CALLERS = TestCallers.of("payments");

    @EnableAutoConfiguration
    @Import(LedgerController.class)
    static class Web {
        @Bean
        Ledger ledger() {
            return new FiveEntries();
        }
    }

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("tollgate.http.caller-jwks", TestCallers::jwks);
    }

    @BeforeEach
    void documented() {
        http = http.mutate()
                .entityExchangeResultConsumer(ApiContract.of("payments").exchangeConsumer())
                .build();
    }

    @Test
    void every_account_is_shown_with_its_balances_in_each_currency() {
        get("/admin/v1/ledger/accounts", List.of("support"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(5)
                .jsonPath("$.items[3].name")
                .isEqualTo("revenue")
                .jsonPath("$.items[3].balances[0].amount")
                .isEqualTo(-4390)
                .jsonPath("$.items[4].balances")
                .isEmpty();
    }

    @Test
    void the_entries_of_an_account_come_in_pages() {
        get("/admin/v1/ledger/accounts/revenue/entries?limit=3", List.of("admin"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists(HttpHeaders.LINK)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].amount.amount")
                .isEqualTo(-5)
                .jsonPath("$.next")
                .value(next -> get("/admin/v1/ledger/accounts/revenue/entries?after=" + next, List.of("admin"))
                        .expectBody()
                        .jsonPath("$.items.length()")
                        .isEqualTo(2)
                        .jsonPath("$.next")
                        .doesNotExist());
    }

    @Test
    void what_is_no_account_and_what_is_no_cursor_is_refused() {
        get("/admin/v1/ledger/accounts/cash/entries", List.of("admin"))
                .expectStatus()
                .isNotFound();
        get("/admin/v1/ledger/accounts/revenue/entries?after=bm8", List.of("admin"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_customer_sees_no_books() {
        get("/admin/v1/ledger/accounts", List.of("customer")).expectStatus().isForbidden();
        get("/admin/v1/ledger/accounts/revenue/entries", List.of())
                .expectStatus()
                .isForbidden();
    }

    private WebTestClient.ResponseSpec get(String path, List<String> roles) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, USER, roles, "payments:read"))
                .exchange();
    }

    private static final class FiveEntries implements Ledger {
        @Override
        public Mono<Void> post(List<Posting> postings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Instant> opened() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Booked> booked(Instant from, Instant until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Booked> booked(Collection<String> operations) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Balance> balances() {
            return Flux.just(new Balance(Account.REVENUE, Money.of(-4390, "EUR")));
        }

        @Override
        public Flux<Entry> entries(Account account, Optional<Long> before, int limit) {
            return Flux.fromStream(LongStream.rangeClosed(1, 5)
                    .mapToObj(i -> 6 - i)
                    .filter(position -> position < before.orElse(9L))
                    .limit(limit)
                    .map(FiveEntries::entry));
        }

        private static Entry entry(long position) {
            return new Entry(
                    position,
                    "pay_01kqsdr2h9f4trebbh5897rjad-capture",
                    Posting.Kind.CAPTURE,
                    "pay_01kqsdr2h9f4trebbh5897rjad",
                    Money.of(-position, "EUR"),
                    Account.CARD_NETWORK,
                    Instant.parse("2026-05-04T12:00:00Z"));
        }
    }
}
