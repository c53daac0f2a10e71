package io.tollgate.payments.payment;

import io.tollgate.payments.ledger.Account;
import io.tollgate.payments.ledger.Balance;
import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Entry;
import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.ledger.Posting;
import io.tollgate.payments.ledger.Transfer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ledger in a map, with the promises of the real one. */
final class FakeLedger implements Ledger {
    private final Map<String, Posting> posted = new LinkedHashMap<>();

    @Override
    public Mono<Void> post(List<Posting> postings) {
        return Mono.fromRunnable(() -> postings.forEach(this::post));
    }

    private void post(Posting posting) {
        if (posted.putIfAbsent(posting.operation(), posting) != null) {
            throw new IllegalStateException(posting.operation() + " was posted before");
        }
    }

    List<Posting> posted() {
        return List.copyOf(posted.values());
    }

    /** What the account got less what it gave. */
    long balance(Account account) {
        return posted.values().stream()
                .flatMap(posting -> posting.transfers().stream())
                .mapToLong(transfer -> effect(transfer, account))
                .sum();
    }

    private static long effect(Transfer transfer, Account account) {
        long amount = transfer.amount().amount();
        return (transfer.debit() == account ? amount : 0) - (transfer.credit() == account ? amount : 0);
    }

    @Override
    public Flux<Balance> balances() {
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
    public Flux<Entry> entries(Account account, Optional<Long> before, int limit) {
        throw new UnsupportedOperationException();
    }
}
