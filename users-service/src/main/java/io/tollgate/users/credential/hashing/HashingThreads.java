package io.tollgate.users.credential.hashing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A few threads and a short queue: a flood of logins costs these, and not the event loop. */
@Component
class HashingThreads implements DisposableBean {
    private final Scheduler scheduler;

    // Not Reactor's bounded elastic: its cap holds for each thread's queue, and one queue for all is fair.
    HashingThreads(HashingProperties properties, MeterRegistry meters) {
        var queue = new ArrayBlockingQueue<Runnable>(properties.queue());
        var executor = new ThreadPoolExecutor(
                properties.workers(),
                properties.workers(),
                0,
                TimeUnit.SECONDS,
                queue,
                new CustomizableThreadFactory("password-hash-"));
        this.scheduler = Schedulers.fromExecutorService(executor, "password-hash");
        Gauge.builder("users.password.waiting", queue, ArrayBlockingQueue::size).register(meters);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
