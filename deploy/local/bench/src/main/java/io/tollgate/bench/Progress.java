package io.tollgate.bench;

import java.util.Locale;

/** Says on the way what is being done; the figures alone go to the standard output. */
final class Progress {
    private Progress() {}

    static void say(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }
}
