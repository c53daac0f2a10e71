package io.tollgate.users.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the administrators' audit as it stands there.
 *
 * @param number from 1, without a gap
 * @param before as JSON
 * @param after as JSON
 * @param previousHash of the entry before it, empty for the first
 * @param hash what {@link Chain} made of all the others
 */
public record AuditEntry(
        long number,
        String subject,
        String deed,
        Origin origin,
        Optional<String> before,
        Optional<String> after,
        Instant at,
        String previousHash,
        String hash) {
    /** The same with the hash that belongs to it. */
    public AuditEntry sealed() {
        return new AuditEntry(number, subject, deed, origin, before, after, at, previousHash, Chain.hash(this));
    }

    boolean isAsItWas() {
        return Chain.hash(this).equals(hash);
    }
}
