package io.tollgate.gateway.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Service;

/** What clients do, added up until it is reported: while that is not possible it grows with what differs, not with the requests. */
@Service
public final class UsageCounts implements Reported {
    private final ConcurrentHashMap<Key, Counts> counts = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();
    private final int most;

    public UsageCounts(UsageProperties properties) {
        this.most = properties.maxCounters();
    }

    /** One answered request. */
    public void count(String clientId, String operation, int status, LocalDate day, long bytesIn, long bytesOut) {
        Key key = new Key(clientId, operation, status, day);
        if (counts.size() >= most && !counts.containsKey(key)) {
            dropped.increment();
        } else {
            counts.merge(key, new Counts(1, bytesIn, bytesOut), Counts::plus);
        }
    }

    @Override
    public String name() {
        return "usage";
    }

    /** Removing a key gives all that was ever added to it. */
    @Override
    public List<?> take(int limit) {
        List<UsageLine> lines = new ArrayList<>();
        Iterator<Key> keys = counts.keySet().iterator();
        while (lines.size() < limit && keys.hasNext()) {
            Key key = keys.next();
            Counts taken = counts.remove(key);
            if (taken != null) {
                lines.add(key.line(taken));
            }
        }
        return lines;
    }

    @Override
    public int waiting() {
        return counts.size();
    }

    @Override
    public long dropped() {
        return dropped.sum();
    }

    private record Key(String clientId, String operation, int status, LocalDate day) {
        UsageLine line(Counts counts) {
            return new UsageLine(clientId, operation, status, day, counts.calls(), counts.bytesIn(), counts.bytesOut());
        }
    }

    private record Counts(long calls, long bytesIn, long bytesOut) {
        Counts plus(Counts more) {
            return new Counts(calls + more.calls, bytesIn + more.bytesIn, bytesOut + more.bytesOut);
        }
    }
}
