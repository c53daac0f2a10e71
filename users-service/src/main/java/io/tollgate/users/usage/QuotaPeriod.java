package io.tollgate.users.usage;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;

/** How long a quota lasts, by the calendar and the clocks of the client: a day is not always 24 hours. */
public enum QuotaPeriod {
    DAY(day -> day, day -> day.plusDays(1)),
    /** ISO: from Monday. */
    WEEK(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), day -> day.plusWeeks(1)),
    MONTH(day -> day.withDayOfMonth(1), day -> day.plusMonths(1));

    private final UnaryOperator<LocalDate> first;
    private final UnaryOperator<LocalDate> next;

    QuotaPeriod(UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> next) {
        this.first = first;
        this.next = next;
    }

    /** The one that holds at a moment; a midnight that the clocks skip is the first moment after it. */
    public Span at(Instant moment, ZoneId zone) {
        LocalDate begin = first.apply(LocalDate.ofInstant(moment, zone));
        return new Span(
                begin,
                begin.atStartOfDay(zone).toInstant(),
                next.apply(begin).atStartOfDay(zone).toInstant());
    }
}
