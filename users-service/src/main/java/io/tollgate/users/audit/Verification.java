package io.tollgate.users.audit;

import java.util.Optional;

/**
 * How far the audit is as it was written.
 *
 * @param entries how many follow each other unbroken
 * @param lastHash of the last of these; whoever notes it can tell later whether what was before it is still the same
 */
public record Verification(long entries, String lastHash, Optional<Break> broken) {
    static final Verification START = new Verification(0, "", Optional.empty());

    /** What is wrong with the first entry that is not as it was written. */
    public enum Flaw {
        MISSING,
        ALTERED,
        OUT_OF_ORDER
    }

    /** Where the chain ends too soon. */
    public record Break(long entry, Flaw flaw) {}

    Verification with(AuditEntry entry) {
        return broken.isPresent() ? this : flawOf(entry).map(this::ended).orElseGet(() -> longer(entry));
    }

    /** Everything was seen: it must be as long as it says itself. */
    Verification upTo(AuditHead head) {
        if (broken.isPresent() || entries == head.number() && lastHash.equals(head.hash())) {
            return this;
        }
        return entries < head.number()
                ? ended(Flaw.MISSING)
                : new Verification(entries, lastHash, Optional.of(new Break(entries, Flaw.ALTERED)));
    }

    private Optional<Flaw> flawOf(AuditEntry entry) {
        if (entry.number() != entries + 1) {
            return Optional.of(Flaw.MISSING);
        }
        if (!entry.isAsItWas()) {
            return Optional.of(Flaw.ALTERED);
        }
        return entry.previousHash().equals(lastHash) ? Optional.empty() : Optional.of(Flaw.OUT_OF_ORDER);
    }

    private Verification longer(AuditEntry entry) {
        return new Verification(entry.number(), entry.hash(), Optional.empty());
    }

    private Verification ended(Flaw flaw) {
        return new Verification(entries, lastHash, Optional.of(new Break(entries + 1, flaw)));
    }
}
