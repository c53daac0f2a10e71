package io.tollgate.gateway.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which day it is where a client is; worked out once a day for each time zone. */
public final class LocalDays {
    private final Map<ZoneId, Today> days = new ConcurrentHashMap<>();

    public LocalDate at(Instant now, ZoneId zone) {
        Today today = days.get(zone);
        if (today == null || !today.has(now)) {
            today = Today.of(now, zone);
            days.put(zone, today);
        }
        return today.day;
    }

    private record Today(LocalDate day, Instant begin, Instant end) {
        static Today of(Instant now, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(now, zone);
            return new Today(
                    day,
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
        }

        boolean has(Instant now) {
            return !now.isBefore(begin) && now.isBefore(end);
        }
    }
}
