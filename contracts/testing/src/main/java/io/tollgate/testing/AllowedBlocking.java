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
        // Queues, circuit breakers and meters are guarded for a few instructions. A wait that is forbidden in the
        // midst of taking a lock stays in the lock's queue, and nobody gets the lock any more: a hang, not a report.
        hound.allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lock");
        hound.allowBlockingCallsInside("java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock", "lock");
        hound.allowBlockingCallsInside("java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock", "lock");
        // The Service Bus SDK's own loop, on a thread of its own that Reactor lent it, and the pipe that wakes it:
        // forbidden there, the loop stalls and every sender with it.
        hound.allowBlockingCallsInside("com.azure.core.amqp.implementation.ReactorExecutor", "run");
        hound.allowBlockingCallsInside("com.azure.core.amqp.implementation.ReactorDispatcher", "invoke");
    }
}
