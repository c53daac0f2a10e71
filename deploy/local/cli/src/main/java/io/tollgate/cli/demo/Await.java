package io.tollgate.cli.demo;

import io.tollgate.cli.platform.CommandFailed;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is as it should be, or the time is over. */
public final class Await {

    private static final int PAUSE_MILLIS = 20;

    private Await() {}

    /** The first answer that fits; otherwise the command ends saying what was awaited and what came last. */
    public static <T> T until(String what, Duration limit, Supplier<T> question, Predicate<T> fits) {
        long end = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!fits.test(answer)) {
            if (System.nanoTime() > end) {
                throw new CommandFailed(what + " did not happen within " + limit.toSeconds() + " s; last: " + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }
}
