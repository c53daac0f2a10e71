package io.tollgate.payments.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every movement of money, in double entry: written once, and never changed or taken away. */
public interface Ledger {
    /** In the caller's transaction; an operation that was posted before fails it. */
    Mono<Void> post(List<Posting> postings);

    /** The accounts that have entries, each once per currency. */
    Flux<Balance> balances();

    /** An account's latest entries, newest first, older than the given position. */
    Flux<Entry> entries(Account account, Optional<Long> before, int limit);

    /** When the first of all entries was posted; empty while there is none. */
    Mono<Instant> opened();

    /** The operations that were posted from one moment on and before another. */
    Flux<Booked> booked(Instant from, Instant until);

    /** Those of the named operations that were posted, whenever that was. */
    Flux<Booked> booked(Collection<String> operations);
}
