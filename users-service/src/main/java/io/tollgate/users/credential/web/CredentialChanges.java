package io.tollgate.users.credential.web;

import io.tollgate.users.credential.CredentialChange;
import io.tollgate.users.credential.FeedStretch;
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

    static CredentialChanges of(FeedStretch stretch) {
        List<Item> items =
                stretch.changes().stream().map(CredentialChanges::item).toList();
        return new CredentialChanges(items, stretch.last(), stretch.plans());
    }

    private static Item item(CredentialChange change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        return new Item(change.position(), kind, change.id(), change.version());
    }
}
