package io.tollgate.insights;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations in the {@code [days.]hh:mm:ss[.fraction]} form of Application Insights. */
final class TimeSpans {

    private static final Pattern FORM = Pattern.compile("(?:(\\d+)\\.)?(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");

    private TimeSpans() {}

    /** Milliseconds with their fraction; zero for anything that is not a time span. */
    static double millis(String timeSpan) {
        Matcher parts = FORM.matcher(timeSpan);
        if (!parts.matches()) {
            return 0;
        }
        double days = parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1));
        double hours = days * 24 + Double.parseDouble(parts.group(2));
        double minutes = hours * 60 + Double.parseDouble(parts.group(3));
        double micros = (minutes * 60 + Double.parseDouble(parts.group(4))) * 1_000_000;
        return Math.round(micros) / 1000.0;
    }
}
