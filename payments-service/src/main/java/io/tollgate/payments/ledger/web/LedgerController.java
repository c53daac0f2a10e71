package io.tollgate.payments.ledger.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Page;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.payments.ledger.Account;
import io.tollgate.payments.ledger.Balance;
import io.tollgate.payments.ledger.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The accounts, for those who help customers and those who check the books. */
@RestController
class LedgerController {
    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/admin/v1/ledger/accounts")
    Mono<ResponseEntity<AccountsResponse>> accounts(Caller caller) {
        requireReader(caller);
        return ledger.balances().collectList().map(LedgerController::accounts);
    }

    @GetMapping("/admin/v1/ledger/accounts/{name}/entries")
    Mono<ResponseEntity<Page<EntryResponse>>> entries(
            @PathVariable String name, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        requireReader(caller);
        Account account = Account.named(name)
                .orElseThrow(() -> Problem.of(ProblemTypes.NOT_FOUND).asRefusal());
        return ledger.entries(account, position(cursor), cursor.fetch())
                .collectList()
                .map(fetched -> Page.of(fetched, cursor, entry -> String.valueOf(entry.position())))
                .map(page -> page.map(EntryResponse::of).toResponse(exchange));
    }

    private static Optional<Long> position(Cursor cursor) {
        try {
            return cursor.after().map(Long::valueOf);
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
    }

    private static void requireReader(Caller caller) {
        caller.requireScope("payments:read");
        caller.requireUser();
        if (!caller.roles().contains("admin")) {
            caller.requireRole("support");
        }
    }

    private static ResponseEntity<AccountsResponse> accounts(List<Balance> balances) {
        List<AccountResponse> all = Arrays.stream(Account.values())
                .map(account -> AccountResponse.of(account, balances))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new AccountsResponse(all));
    }

    record AccountsResponse(List<AccountResponse> items) {}

    record AccountResponse(String name, List<SignedMoney> balances) {
        static AccountResponse of(Account account, List<Balance> all) {
            return new AccountResponse(
                    account.wire(),
                    all.stream()
                            .filter(balance -> balance.account() == account)
                            .map(balance -> SignedMoney.of(balance.sum()))
                            .toList());
        }
    }
}
