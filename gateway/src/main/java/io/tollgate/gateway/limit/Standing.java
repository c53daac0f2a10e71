package io.tollgate.gateway.limit;

/**
 * How a count stands after something was to be taken from it.
 *
 * @param outcome what became of it
 * @param remaining how much more may be taken now
 * @param untilFull nanoseconds until everything may be taken again, if nothing is taken before
 * @param untilNext nanoseconds until what was refused may be taken, if nothing else is taken before
 * @param from which of its stores a count took it from, to put it back there
 */
public record Standing(Outcome outcome, long remaining, long untilFull, long untilNext, long from) {
    public Standing(Outcome outcome, long remaining, long untilFull, long untilNext) {
        this(outcome, remaining, untilFull, untilNext, 0);
    }

    /** What became of it. */
    public enum Outcome {
        TAKEN,
        REFUSED,
        /** Nobody here knows: {@link Count#more} finds out. */
        ASK,
        /** Nobody can know, and the plan says that then nothing is taken. */
        AWAY
    }

    public boolean isTaken() {
        return outcome == Outcome.TAKEN;
    }

    Standing refused(long wait) {
        return new Standing(Outcome.REFUSED, remaining, untilFull, wait, from);
    }

    public Standing from(long store) {
        return new Standing(outcome, remaining, untilFull, untilNext, store);
    }
}
