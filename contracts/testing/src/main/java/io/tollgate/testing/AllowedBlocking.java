package io.tollgate.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block a thread that must not be blocked: short, bounded, and nothing that a service could do otherwise. */
public final class AllowedBlocking implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder hound) {
        // A class is read from its jar when it is first used, wherever that is; once per class.
        hound.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
        hound.allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "hasNext");
        hound.allowBlockingCallsInside("java.util.ResourceBundle", "getBundle");
        // A log line is written by whoever logs it; asynchronous appenders lose the lines before a crash.
        hound.allowBlockingCallsInside("ch.qos.logback.classic.Logger", "callAppenders");
        // Seeds from /dev/urandom, which never waits.
        hound.allowBlockingCallsInside("sun.security.provider.NativePRNG", "engineNextBytes");
        hound.allowBlockingCallsInside("sun.security.provider.NativePRNG$NonBlocking", "engineNextBytes");
        hound.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // A circuit breaker counts an outcome under a lock that is held for a few additions.
        hound.allowBlockingCallsInside("io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "record");
        hound.allowBlockingCallsInside(
                "io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "getSnapshot");
        // The Service Bus SDK's own loop, on a thread of its own that Reactor lent it, and the pipe that wakes it:
        // forbidden there, the loop stalls and every sender with it.
        hound.allowBlockingCallsInside("com.azure.core.amqp.implementation.ReactorExecutor", "run");
        hound.allowBlockingCallsInside("com.azure.core.amqp.implementation.ReactorDispatcher", "invoke");
    }
}
