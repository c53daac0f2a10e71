package io.tollgate.users.credential.web;

import io.tollgate.users.credential.CredentialChange;
import io.tollgate.users.credential.FeedHead;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of the feed.
 *
 * @param last what to ask after next
 * @param plansVersion what the version of the plans was, or is
 */
record CredentialChanges(List<Item> items, long last, long plansVersion) {
    record Item(long position, String kind, String id, long version) {}

    static CredentialChanges upTo(FeedHead head) {
        return new CredentialChanges(List.of(), head.last(), head.plans());
    }

    static CredentialChanges of(long after, List<CredentialChange> changes, FeedHead head) {
        List<Item> items = changes.stream().map(CredentialChanges::item).toList();
        long last = items.isEmpty() ? after : items.get(items.size() - 1).position();
        return new CredentialChanges(items, last, head.plans());
    }

    private static Item item(CredentialChange change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        return new Item(change.position(), kind, change.id(), change.version());
    }
}
