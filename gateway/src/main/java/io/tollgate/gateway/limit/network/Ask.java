package io.tollgate.gateway.limit.network;

import java.util.Optional;

/**
 * What a gateway asks of a shared count.
 *
 * @param need how much it cannot do without
 * @param want how much it would like to have
 * @param id the number of the lease that it would get
 * @param keep a lease that it goes on using
 * @param back a lease that it brings back
 * @param away when Redis was last heard before this gateway counted alone, by Redis' clock; 0 if it did not
 * @param left how much it has left of counting alone
 */
record Ask(long need, long want, long id, Optional<Lease> keep, Optional<Lease> back, long away, long left) {
    static Ask nothing(Lease back) {
        return new Ask(0, 0, back.id(), Optional.empty(), Optional.of(back), 0, 0);
    }
}
