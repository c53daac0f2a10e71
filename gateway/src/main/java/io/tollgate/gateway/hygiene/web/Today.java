package io.tollgate.gateway.hygiene.web;

import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.time.Clock;
import java.util.Date;

/** The present moment as headers say it, written once a second. */
final class Today {
    private static final long SECOND = 1000;

    private final Clock clock;
    private volatile Written written = new Written(-1, AsciiString.EMPTY_STRING);

    Today(Clock clock) {
        this.clock = clock;
    }

    CharSequence text() {
        long second = clock.millis() / SECOND;
        Written last = written;
        if (last.second() != second) {
            last = new Written(second, AsciiString.of(DateFormatter.format(new Date(second * SECOND))));
            written = last;
        }
        return last.text();
    }

    private record Written(long second, AsciiString text) {}
}
