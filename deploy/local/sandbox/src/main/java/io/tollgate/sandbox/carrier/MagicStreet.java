package io.tollgate.sandbox.carrier;

import io.tollgate.sandbox.http.Answer;
import java.time.Duration;
import java.util.Arrays;

/** The first line of an address says what goes wrong; with any other, nothing does. */
enum MagicStreet {
    ORDINARY("", Duration.ZERO),
    /** 422, for good. */
    REFUSED_ROAD("1 Refused Road", Duration.ZERO),
    /** Booked, but nobody is told. */
    HANGING_WAY("1 Hanging Way", Answer.NEVER),
    /** The first request of each key is lost: not booked, never answered. */
    LOST_LANE("1 Lost Lane", Duration.ZERO),
    /** Booked at once and answered late, when the caller has asked again: two answers, one booking. */
    TWICE_TERRACE("1 Twice Terrace", Duration.ofSeconds(5)),
    SLOW_STREET("1 Slow Street", Duration.ofSeconds(3)),
    /** The first request of each key fails with 500 and does nothing. */
    BROKEN_BRIDGE("1 Broken Bridge", Duration.ZERO),
    /** Books, and will not take it back. */
    DEPARTED_DRIVE("1 Departed Drive", Duration.ZERO);

    private final String line1;
    private final Duration delay;

    MagicStreet(String line1, Duration delay) {
        this.line1 = line1;
        this.delay = delay;
    }

    static MagicStreet of(String line1) {
        return Arrays.stream(values())
                .filter(street -> street.line1.equalsIgnoreCase(line1.strip()))
                .findFirst()
                .orElse(ORDINARY);
    }

    /** How late the first booking of a key is answered. */
    Duration delay() {
        return delay;
    }

    /** Asking is the way out of these; repeating is not. */
    boolean hangsForEver() {
        return delay.equals(Answer.NEVER);
    }
}
