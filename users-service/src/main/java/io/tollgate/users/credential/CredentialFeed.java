package io.tollgate.users.credential;

import java.util.List;
import reactor.core.publisher.Mono;

/** The changes in the order in which they became visible: who has read up to a position has missed nothing before it. */
public interface CredentialFeed {
    /** Appends in the caller's transaction; called last in it, since appending waits for other appenders to commit. */
    Mono<Void> append(CredentialKind kind, String id, long version);

    /** The changes after a position, oldest first. */
    Mono<List<CredentialChange>> after(long position, int limit);

    /** The position of the latest change, 0 before the first. */
    Mono<Long> last();
}
