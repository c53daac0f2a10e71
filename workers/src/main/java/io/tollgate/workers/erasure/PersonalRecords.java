package io.tollgate.workers.erasure;

import reactor.core.publisher.Mono;

/** What workers keep of a person. */
public interface PersonalRecords {
    /** Joins the caller's transaction; how many records were emptied. */
    Mono<Long> erase(UserId userId);
}
