package io.tollgate.workers.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A mail that is to be sent, committed before anybody is asked to send it, and kept until it is known what came of it. */
public record MailIntent(
        Mail mail,
        State state,
        int attempts,
        Instant nextAttemptAt,
        Instant expiresAt,
        Optional<String> refusal,
        Handle handle) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Where a mail stands. */
    public enum State {
        PENDING,
        SENT,
        REFUSED,
        EXPIRED
    }

    /** What a store hands over with a claimed intent: the claim that lets it be kept, and the trace it belongs to. */
    public record Handle(String claim, Optional<String> traceparent) {}

    /** Late news is no news. */
    boolean isLate(Instant now) {
        return !now.isBefore(expiresAt);
    }

    MailIntent expired() {
        return in(State.EXPIRED, attempts, nextAttemptAt, Optional.empty());
    }

    MailIntent answered(MailAnswer answer) {
        State end = answer.refusal().isPresent() ? State.REFUSED : State.SENT;
        return in(end, attempts + 1, nextAttemptAt, answer.refusal());
    }

    /** Twice the pause before, spread by a fifth so that what failed together does not come back together. */
    MailIntent unanswered(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 30));
        Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        int percent = Math.floorMod(mail.notificationId().hashCode(), 20);
        Duration spread = capped.plus(capped.multipliedBy(percent).dividedBy(100));
        return in(State.PENDING, attempts + 1, now.plus(spread), Optional.empty());
    }

    private MailIntent in(State next, int tried, Instant again, Optional<String> why) {
        return new MailIntent(mail, next, tried, again, expiresAt, why, handle);
    }
}
