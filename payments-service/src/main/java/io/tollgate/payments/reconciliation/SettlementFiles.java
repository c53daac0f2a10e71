package io.tollgate.payments.reconciliation;

import io.tollgate.payments.ledger.Booked;
import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** What the card network says that it did. */
public interface SettlementFiles {
    /** The operations of one day (UTC); a file that cannot be had or read is a {@link SettlementFailure}. */
    Flux<Booked> of(LocalDate day);
}
