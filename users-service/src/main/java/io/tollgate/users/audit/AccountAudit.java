package io.tollgate.users.audit;

import io.tollgate.users.credential.Email;
import reactor.core.publisher.Mono;

/** Who did what to which account, for ever; only ever added to. */
public interface AccountAudit {
    /** In the transaction of the deed; of the address only a keyed hash is kept. */
    Mono<Void> record(Entry entry);

    /** A deed and whom it was done to. */
    record Entry(String userId, Deed deed, Email email) {}
}
