package io.tollgate.users.account;

import reactor.core.publisher.Mono;

/** What others learn about users, in the transaction of the change. */
public interface UserEvents {
    /** Asked by what begins new work: refuses while too much is unsaid. */
    Mono<Void> admit();

    Mono<Void> publish(UserFact fact);
}
