package io.tollgate.users.credential.web;

import io.tollgate.users.credential.CredentialChange;
import java.util.List;
import java.util.Locale;

/** A stretch of the feed; {@code last} is what to ask after next. */
record CredentialChanges(List<Item> items, long last) {
    record Item(long position, String kind, String id, long version) {}

    static CredentialChanges upTo(long last) {
        return new CredentialChanges(List.of(), last);
    }

    static CredentialChanges of(long after, List<CredentialChange> changes) {
        List<Item> items = changes.stream().map(CredentialChanges::item).toList();
        return new CredentialChanges(
                items, items.isEmpty() ? after : items.get(items.size() - 1).position());
    }

    private static Item item(CredentialChange change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        return new Item(change.position(), kind, change.id(), change.version());
    }
}
