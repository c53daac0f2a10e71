package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.server.Service;
import java.util.function.IntFunction;

/** One kind of request to one process. */
record Subject(String name, Service service, IntFunction<Call> calls, Runnable settled) {
    static Subject of(String name, Service service, IntFunction<Call> calls) {
        return new Subject(name, service, calls, () -> {});
    }

    /** Its cost includes what goes on after the answers, until it has ended. */
    Subject until(Runnable end) {
        return new Subject(name, service, calls, end);
    }
}
