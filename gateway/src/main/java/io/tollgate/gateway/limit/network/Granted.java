package io.tollgate.gateway.limit.network;

import java.util.List;

/**
 * What a shared count answers.
 *
 * @param lease what may be used
 * @param rest what is left for everybody
 * @param untilThere nanoseconds until there is what was needed
 * @param untilFull nanoseconds until nothing is used any more
 */
record Granted(Lease lease, long rest, long untilThere, long untilFull) {
    private static final long MILLI = 1_000_000;

    /** From the answer to what was asked at a moment, as a lease with this number. */
    static Granted read(List<Long> answer, long id, long asked, long lasts) {
        long granted = answer.get(0);
        return new Granted(
                new Lease(id, granted, granted, asked + lasts * MILLI, answer.get(4)),
                Math.max(0, answer.get(1)),
                (answer.get(3) + 1) * MILLI,
                (answer.get(5) + 1) * MILLI);
    }
}
