package io.tollgate.gateway.routing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of a request's body and of its answer's that really went over, to whatever end. */
public final class Transferred {
    private static final String ATTRIBUTE = Transferred.class.getName();

    private final AtomicLong in = new AtomicLong();
    private final AtomicLong out = new AtomicLong();

    /** Of a request; one that never got to a service has none yet. */
    public static Transferred of(Map<String, Object> attributes) {
        return (Transferred) attributes.computeIfAbsent(ATTRIBUTE, none -> new Transferred());
    }

    public void addIn(long bytes) {
        in.addAndGet(bytes);
    }

    public void addOut(long bytes) {
        out.addAndGet(bytes);
    }

    public long in() {
        return in.get();
    }

    public long out() {
        return out.get();
    }
}
