package io.tollgate.users.credential;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The changes in the order in which they became visible: who has read up to a position has missed nothing before it. */
public interface CredentialFeed {
    /** Appends in the caller's transaction; called last in it, since appending waits for other appenders to commit. */
    Mono<Void> append(CredentialKind kind, String id, long version);

    /** The changes after a position, oldest first. */
    Mono<List<CredentialChange>> after(long position, int limit);

    /** Says that plans are no longer what they were: one position, however many they are and whoever has them. */
    Mono<Void> plansChanged();

    /** Where the feed is now. */
    Mono<FeedHead> head();

    /** Removes the changes from before; the head says so before the first is gone. Outside of a transaction. */
    Mono<Void> forget(Instant before);
}
