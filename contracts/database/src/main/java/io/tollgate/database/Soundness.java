package io.tollgate.database;

/** Whether a connection can still be given to somebody: not after it was told that there is no database behind it. */
final class Soundness {
    private volatile boolean lost;

    void note(Throwable failure) {
        if (Outages.isDatabaseAway(failure)) {
            lost = true;
        }
    }

    boolean isLost() {
        return lost;
    }
}
