package io.tollgate.workers.erasure;

import reactor.core.publisher.Mono;

/** What nobody could handle, and lies on the bus with the addresses that it carries. */
public interface DeadLetters {
    Mono<Search> erase(UserId userId);

    /**
     * What a search came to.
     *
     * @param left letters of the user that are there but could not be had this time
     */
    record Search(long removed, long left) {
        public static final Search NOTHING = new Search(0, 0);

        public Search plus(Search other) {
            return new Search(removed + other.removed, left + other.left);
        }

        boolean isComplete() {
            return left == 0;
        }
    }
}
