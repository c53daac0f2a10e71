package io.tollgate.gateway.limit.bucket;

/**
 * How much was used in each of the last sixtieths of a window; immutable.
 *
 * @param newest the number of the newest slot, counted from the clock's zero
 * @param used how much in all
 * @param counts by slot, the newest at its number modulo the length
 */
record Slots(long newest, long used, long[] counts) {
    static final Slots NONE = new Slots(0, 0, new long[0]);

    private static final int PARTS = 60;
    // those of one window, the one that has begun, and the one that is not wholly a window ago
    private static final int KEPT = PARTS + 2;

    static long length(long window) {
        return (window + PARTS - 1) / PARTS;
    }

    /** As it is at a moment: what is a whole window ago is gone. */
    Slots at(long moment, long window) {
        long length = length(window);
        long current = Math.floorDiv(moment, length);
        if (used == 0) {
            return new Slots(current, 0, new long[KEPT]);
        }
        // the newest of those of which even the last moment is a window ago
        long gone = Math.min(newest, Math.floorDiv(moment - window, length) - 1);
        long[] live = counts;
        long left = used;
        for (long slot = newest - KEPT + 1; slot <= gone; slot++) {
            int at = index(slot);
            if (live[at] > 0) {
                live = live == counts ? counts.clone() : live;
                left -= live[at];
                live[at] = 0;
            }
        }
        // another thread may have been here a moment later
        return new Slots(Math.max(current, newest), left, live);
    }

    Slots with(long cost) {
        long[] more = counts.clone();
        more[index(newest)] += cost;
        return new Slots(newest, used + cost, more);
    }

    Slots withoutOldest(long cost) {
        long[] less = counts.clone();
        long left = Math.min(cost, used);
        for (long slot = newest - KEPT + 1; left > 0; slot++) {
            long struck = Math.min(left, less[index(slot)]);
            less[index(slot)] -= struck;
            left -= struck;
        }
        return new Slots(newest, used - Math.min(cost, used), less);
    }

    /** Nanoseconds until all of it has gone. */
    long untilAllFree(long moment, long window) {
        for (long slot = newest; slot > newest - KEPT; slot--) {
            if (counts[index(slot)] > 0) {
                return ends(slot, window) - moment;
            }
        }
        return 0;
    }

    /** Nanoseconds until so much of it has gone. */
    long untilFree(long much, long moment, long window) {
        long gone = 0;
        for (long slot = newest - KEPT + 1; slot <= newest && gone < much; slot++) {
            gone += counts[index(slot)];
            if (gone >= much) {
                return ends(slot, window) - moment;
            }
        }
        return 0;
    }

    private static long ends(long slot, long window) {
        return (slot + 1) * length(window) + window;
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) KEPT);
    }
}
