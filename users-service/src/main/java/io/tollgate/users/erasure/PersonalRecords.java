package io.tollgate.users.erasure;

import reactor.core.publisher.Mono;

/** What is kept of a user beside the account: answers to repeat, messages sent or waiting. */
public interface PersonalRecords {
    /** In the transaction of the erasure; how many went. */
    Mono<Long> erase(String userId);
}
