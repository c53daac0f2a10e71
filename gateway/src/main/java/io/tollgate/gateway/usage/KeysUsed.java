package io.tollgate.gateway.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Service;

/** When each key was used last. */
@Service
public final class KeysUsed implements Reported {
    private final ConcurrentHashMap<String, Instant> used = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();
    private final int most;

    public KeysUsed(UsageProperties properties) {
        this.most = properties.maxCounters();
    }

    public void used(String keyId, Instant at) {
        if (used.size() >= most && !used.containsKey(keyId)) {
            dropped.increment();
        } else {
            used.put(keyId, at);
        }
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public List<?> take(int limit) {
        List<KeyUsed> taken = new ArrayList<>();
        Iterator<String> ids = used.keySet().iterator();
        while (taken.size() < limit && ids.hasNext()) {
            String id = ids.next();
            taken.add(new KeyUsed(id, used.remove(id)));
        }
        return taken;
    }

    @Override
    public int waiting() {
        return used.size();
    }

    @Override
    public long dropped() {
        return dropped.sum();
    }

    /** One key, as it stands in the report. */
    public record KeyUsed(String keyId, Instant usedAt) {}
}
