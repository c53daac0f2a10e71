package io.tollgate.gateway.limit.network;

import java.util.Optional;

/**
 * What one gateway holds of a shared count; immutable.
 *
 * @param newer the last lease
 * @param older the one before it, if it can still be used; it is used first
 * @param rest what was left for everybody when Redis was last asked
 * @param fullAt when nothing was used any more, as it said
 * @param refused the least that it did not grant
 * @param refusedUntil until when it will not, unless another gateway brings something back
 * @param askAgain when it is worth while to ask whether one has
 * @param used what was used since the last lease
 * @param touched when something was last taken
 */
record Held(
        Optional<Lease> newer,
        Optional<Lease> older,
        long rest,
        long fullAt,
        long refused,
        long refusedUntil,
        long askAgain,
        long used,
        long touched) {
    private static final long SOON = 500_000_000;

    static Held nothing(long most, long nanos) {
        return new Held(Optional.empty(), Optional.empty(), most, nanos, Long.MAX_VALUE, nanos, nanos, 0, nanos);
    }

    long left(long nanos) {
        return left(newer, nanos) + left(older, nanos);
    }

    /** Which lease has so much; leases are not mixed. */
    Optional<Lease> with(long cost, long nanos) {
        return left(older, nanos) >= cost ? older : newer.filter(lease -> lease.left(nanos) >= cost);
    }

    /** A quarter is left of what was a lease worth the name. */
    boolean isLow(long nanos) {
        return newer.filter(lease -> lease.granted() >= 4 && left(nanos) <= lease.granted() / 4)
                .isPresent();
    }

    boolean refuses(long cost, long nanos) {
        return cost >= refused && nanos < askAgain;
    }

    Held take(Lease from, long cost, long nanos) {
        return replace(from.id(), from.minus(cost), used + cost, nanos);
    }

    Held giveBack(long lease, long cost) {
        return newer.filter(held -> held.id() == lease && held.canTakeBack(cost))
                .or(() -> older.filter(held -> held.id() == lease && held.canTakeBack(cost)))
                .map(held -> replace(lease, held.minus(-cost), Math.max(0, used - cost), touched))
                .orElse(this);
    }

    Held without(Lease returned) {
        return new Held(
                newer.filter(lease -> lease.id() != returned.id()),
                older.filter(lease -> lease.id() != returned.id()),
                rest,
                fullAt,
                refused,
                refusedUntil,
                askAgain,
                used,
                touched);
    }

    /** As it is told to Redis: what it was used for is settled, and is not given back any more. */
    Held settled() {
        return newer.map(lease -> replace(
                        lease.id(),
                        new Lease(lease.id(), lease.unused(), lease.unused(), lease.until(), lease.slot()),
                        used,
                        touched))
                .orElse(this);
    }

    Held granted(Granted granted, long need, boolean keepsOlder, long nanos) {
        boolean enough = granted.lease().granted() >= need;
        return new Held(
                granted.lease().granted() > 0 ? Optional.of(granted.lease()) : newer,
                granted.lease().granted() == 0 ? older : keepsOlder ? newer : Optional.empty(),
                granted.rest(),
                nanos + granted.untilFull(),
                enough ? Long.MAX_VALUE : need,
                enough ? nanos : nanos + granted.untilThere(),
                enough ? nanos : nanos + Math.min(SOON, granted.untilThere()),
                enough && need > 0 ? 0 : used,
                touched);
    }

    private Held replace(long id, Lease changed, long nowUsed, long nanos) {
        boolean first = newer.filter(lease -> lease.id() == id).isPresent();
        return new Held(
                first ? Optional.of(changed) : newer,
                first ? older : Optional.of(changed),
                rest,
                fullAt,
                refused,
                refusedUntil,
                askAgain,
                nowUsed,
                nanos);
    }

    private static long left(Optional<Lease> lease, long nanos) {
        return lease.isPresent() ? lease.get().left(nanos) : 0;
    }
}
