package io.tollgate.users.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A user who is gone, and who has said so far that nothing of the user is left there. */
public record Erasure(String userId, long userVersion, Instant erasedAt, List<Receipt> receipts) {
    public Erasure {
        receipts = List.copyOf(receipts);
    }

    /** What one publisher did; {@code items} is how many of its records lost something. */
    public record Receipt(String publisher, long items, Instant completedAt) {}

    /** Who has not answered yet, by name. */
    public List<String> missing(Set<String> publishers) {
        return publishers.stream()
                .filter(publisher -> receipts.stream()
                        .noneMatch(receipt -> receipt.publisher().equals(publisher)))
                .sorted()
                .toList();
    }
}
