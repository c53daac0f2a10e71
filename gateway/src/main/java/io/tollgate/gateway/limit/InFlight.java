package io.tollgate.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Service;

/** How many requests of each client this gateway is working on; who has none takes no room. */
@Service
public final class InFlight {
    private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();

    /** Lets one more in, or not; whoever was let in leaves once. */
    public boolean enter(String client, int most) {
        boolean[] entered = {false};
        requests.compute(client, (name, now) -> {
            int before = now == null ? 0 : now;
            entered[0] = before < most;
            return entered[0] ? Integer.valueOf(before + 1) : now;
        });
        return entered[0];
    }

    public void leave(String client) {
        requests.computeIfPresent(client, (name, now) -> now == 1 ? null : now - 1);
    }

    public int of(String client) {
        return requests.getOrDefault(client, 0);
    }

    /** Clients with requests in flight. */
    public int clients() {
        return requests.size();
    }
}
