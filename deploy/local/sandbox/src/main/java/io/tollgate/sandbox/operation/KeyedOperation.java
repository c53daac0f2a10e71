package io.tollgate.sandbox.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What one idempotency key did, for ever.
 *
 * @param <T> what it is done with
 */
public interface KeyedOperation<T extends KeyedOperation.Subject> {

    String key();

    /** Whether this is that request once more; another one under the same key is a mistake. */
    boolean answers(String target, JsonNode request);

    /** As it is after this operation; empty when there is none, or it is as before. */
    Optional<T> subject();

    /** What operations are done with, one after the other. */
    interface Subject {
        String id();
    }
}
