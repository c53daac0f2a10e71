package io.tollgate.users.credential;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Leads gateways through the feed; who cannot be led on is told, and not left to believe that nothing changed. */
@Service
public class FollowFeed {
    private final CredentialFeed feed;

    public FollowFeed(CredentialFeed feed) {
        this.feed = feed;
    }

    /** Where the feed is now, for who begins to follow it with nothing to forget. */
    public Mono<FeedStretch> begin() {
        return feed.head().map(FeedStretch::upTo);
    }

    /** The head is read last: what was forgotten while the changes were read is seen there. */
    public Mono<FeedStretch> after(long position, int limit) {
        return feed.after(position, limit).flatMap(changes -> feed.head()
                .filter(head -> head.leadsOnFrom(position))
                .switchIfEmpty(Mono.error(FeedPositionGone::new))
                .map(head -> FeedStretch.of(position, changes, head)));
    }
}
