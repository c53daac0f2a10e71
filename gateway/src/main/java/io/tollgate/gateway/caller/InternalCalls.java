package io.tollgate.gateway.caller;

import reactor.core.publisher.Mono;

/** The internal operations of users-service, called as the gateway; it being away is a {@link CallerRefused}. */
public interface InternalCalls {
    /** The answer; empty when the answer is 404. Calls of a kind that fails leave the other kinds alone. */
    <T> Mono<T> ask(String kind, String path, Object question, Class<T> answer);

    /** What it says to that, empty when it says nothing. What it will never take ends with a {@link NotTaken}. */
    <T> Mono<T> tell(String kind, String path, Object what, Class<T> answer);

    /** users-service understood what it was told, and says that it is wrong: saying it again is of no use. */
    final class NotTaken extends RuntimeException {
        public NotTaken(String reason) {
            super(reason, null, false, false);
        }
    }
}
