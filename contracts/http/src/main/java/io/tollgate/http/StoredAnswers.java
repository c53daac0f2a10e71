package io.tollgate.http;

import reactor.core.publisher.Mono;

/** What is kept to answer repetitions with: it may say something personal, and goes when its user does. */
public interface StoredAnswers {
    /**
     * Forgets what the user was answered, in the caller's transaction, and says how many answers that were. What is
     * answered to a request of the user that is still at work is forgotten minutes after it.
     */
    Mono<Long> eraseUser(String userId);
}
