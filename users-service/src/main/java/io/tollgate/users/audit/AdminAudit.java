package io.tollgate.users.audit;

import reactor.core.publisher.Mono;

/** What administrators did, for ever; only ever added to. */
public interface AdminAudit {
    /** In the transaction of the deed, before the feed's turn: whoever adds an entry is alone with the audit until the commit. */
    Mono<Void> append(AdminDeed deed, Origin origin);
}
