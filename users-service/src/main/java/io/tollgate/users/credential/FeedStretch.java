package io.tollgate.users.credential;

import java.util.List;

/**
 * All that changed after a position, or the first of it.
 *
 * @param last the position that was read up to
 * @param plans what the version of the plans was, or is
 */
public record FeedStretch(List<CredentialChange> changes, long last, long plans) {
    static FeedStretch upTo(FeedHead head) {
        return new FeedStretch(List.of(), head.last(), head.plans());
    }

    static FeedStretch of(long after, List<CredentialChange> changes, FeedHead head) {
        long last = changes.isEmpty() ? after : changes.get(changes.size() - 1).position();
        return new FeedStretch(changes, last, head.plans());
    }
}
