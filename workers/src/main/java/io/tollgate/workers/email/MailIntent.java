package io.tollgate.workers.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A mail that is to be sent, committed before any server is asked to take it, and kept until it is known what came of it. */
public record MailIntent(
        NotificationId id,
        UserId userId,
        String template,
        State state,
        int attempts,
        Instant nextAttemptAt,
        Instant expiresAt,
        Optional<String> refusal) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Where a mail stands; only a pending one has its letter. */
    public enum State {
        PENDING,
        SENT,
        REFUSED,
        EXPIRED,
        ERASED
    }

    static MailIntent pending(Mail mail, Instant dueAt, Instant expiresAt) {
        return new MailIntent(
                mail.notificationId(),
                mail.userId(),
                mail.template(),
                State.PENDING,
                0,
                dueAt,
                expiresAt,
                Optional.empty());
    }

    MailIntent refused(String code) {
        return in(State.REFUSED, attempts, nextAttemptAt, Optional.of(code));
    }

    /** Nobody is there any more to tell. */
    MailIntent erased() {
        return in(State.ERASED, attempts, nextAttemptAt, Optional.empty());
    }

    /** Late news is no news. */
    boolean isLate(Instant now) {
        return !now.isBefore(expiresAt);
    }

    MailIntent expired() {
        return in(State.EXPIRED, attempts, nextAttemptAt, Optional.empty());
    }

    MailIntent answered(MailAnswer answer, Instant now) {
        if (answer instanceof MailAnswer.Accepted) {
            return in(State.SENT, attempts + 1, nextAttemptAt, Optional.empty());
        }
        if (answer instanceof MailAnswer.Refused refused) {
            return in(State.REFUSED, attempts + 1, nextAttemptAt, Optional.of(refused.code()));
        }
        return unanswered(now);
    }

    /** Twice the pause before, spread by a fifth so that what failed together does not come back together. */
    MailIntent unanswered(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 30));
        Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        int percent = Math.floorMod(id.hashCode(), 20);
        Duration spread = capped.plus(capped.multipliedBy(percent).dividedBy(100));
        return in(State.PENDING, attempts + 1, now.plus(spread), Optional.empty());
    }

    private MailIntent in(State next, int tried, Instant again, Optional<String> why) {
        return new MailIntent(id, userId, template, next, tried, again, expiresAt, why);
    }
}
