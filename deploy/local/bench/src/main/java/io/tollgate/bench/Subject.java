package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.server.Service;
import java.util.function.IntFunction;

/**
 * One kind of request to one process.
 *
 * @param before done before the first request, and not counted
 * @param settled what goes on after the answers, until it has ended: counted
 * @param after done in the end, and not counted
 */
record Subject(
        String name, Service service, IntFunction<Call> calls, Runnable before, Runnable settled, Runnable after) {
    private static final Runnable NOTHING = () -> {};

    static Subject of(String name, Service service, IntFunction<Call> calls) {
        return new Subject(name, service, calls, NOTHING, NOTHING, NOTHING);
    }

    /** Its cost includes what goes on after the answers, until it has ended. */
    Subject until(Runnable end) {
        return new Subject(name, service, calls, before, end, after);
    }

    /** Its cost is what the requests cost in between. */
    Subject between(Runnable begin, Runnable end) {
        return new Subject(name, service, calls, begin, settled, end);
    }
}
