package io.tollgate.gateway.refusal;

import io.tollgate.gateway.usage.Reported;
import io.tollgate.gateway.usage.Waiting;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Service;

/** What clients were refused, until users-service knows it; where there is no room for more, the newest are dropped. */
@Service
public final class RefusedRequests implements Reported {
    private final int mostOfOne;
    private final Waiting<RefusedRequest> waiting;
    private final ConcurrentHashMap<String, Integer> perClient = new ConcurrentHashMap<>();
    private final LongAdder tooMany = new LongAdder();

    public RefusedRequests(RefusalProperties properties) {
        this.mostOfOne = properties.maxWaitingPerClient();
        this.waiting = new Waiting<>("refusals", properties.maxWaiting());
    }

    public void add(RefusedRequest request) {
        if (perClient.merge(request.clientId(), 1, Integer::sum) > mostOfOne || !waiting.add(request)) {
            leave(request.clientId());
            tooMany.increment();
        }
    }

    @Override
    public String name() {
        return waiting.name();
    }

    @Override
    public List<?> take(int most) {
        List<RefusedRequest> taken = waiting.take(most);
        taken.forEach(request -> leave(request.clientId()));
        return taken;
    }

    @Override
    public int waiting() {
        return waiting.waiting();
    }

    @Override
    public long dropped() {
        return tooMany.sum();
    }

    private void leave(String clientId) {
        perClient.computeIfPresent(clientId, (id, count) -> count == 1 ? null : count - 1);
    }
}
