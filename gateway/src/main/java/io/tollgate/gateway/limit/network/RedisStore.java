package io.tollgate.gateway.limit.network;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.SharedLimitProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redis; the first call that fails makes it away, and nobody asks it again until it has answered a greeting. */
final class RedisStore implements Store {
    private static final Logger log = LoggerFactory.getLogger(RedisStore.class);
    private static final String BORN = "tollgate:limit:born";
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    // read here, not on an event loop
    private final Map<Script, String> scripts;
    private final LongSupplier nanos;
    private final Counter failures;
    private final AtomicBoolean greeting = new AtomicBoolean();
    private volatile StatefulRedisConnection<String, String> connection;
    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicBoolean there = new AtomicBoolean();
    private volatile boolean wasThere;
    private volatile long awaySince;
    private volatile long lastHeard;

    RedisStore(SharedLimitProperties properties, MeterRegistry meters, LongSupplier nanos) {
        this.address = RedisAddress.parse(properties.redisUrl());
        this.resources = DefaultClientResources.builder()
                .reconnectDelay(Delay.constant(properties.retryEvery()))
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(options(properties.redisTimeout()));
        this.scripts = Map.of(
                Script.GREET,
                Script.GREET.text(),
                Script.BUCKET,
                Script.BUCKET.text(),
                Script.WINDOW,
                Script.WINDOW.text());
        this.nanos = nanos;
        this.awaySince = nanos.getAsLong();
        this.failures = meters.counter("tollgate.gateway.limit.store.failures");
        meters.gauge("tollgate.gateway.limit.store.there", this, store -> store.there.get() ? 1 : 0);
    }

    @Override
    public boolean isThere() {
        return there.get();
    }

    @Override
    public CompletionStage<List<Long>> run(Script script, String key, List<String> arguments) {
        if (!there.get()) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
        }
        return commands()
                .<List<Long>>evalsha(script.sha(), ScriptOutputType.MULTI, keys(key), arguments.toArray(String[]::new))
                .whenComplete((answer, failure) -> heard(answer, failure));
    }

    @Override
    public long awaySince() {
        return awaySince;
    }

    @Override
    public long lastHeard() {
        return lastHeard;
    }

    /** Greets Redis if it is away; one greeting at a time, and nobody waits for it. */
    void greet() {
        if (!there.get() && greeting.compareAndSet(false, true)) {
            connected().thenCompose(ready -> greeted()).whenComplete((answer, failure) -> {
                greeting.set(false);
                if (failure == null) {
                    back(answer);
                } else {
                    unreached(failure);
                }
            });
        }
    }

    /** Not asked any more, and not missed. */
    void close() {
        there.set(false);
        client.shutdownAsync(0, 100, TimeUnit.MILLISECONDS).thenRun(resources::shutdown);
    }

    private CompletionStage<?> connected() {
        return connection != null
                ? CompletableFuture.completedFuture(connection)
                : client.connectAsync(StringCodec.UTF8, address).thenAccept(made -> connection = made);
    }

    private CompletionStage<List<Long>> greeted() {
        RedisAsyncCommands<String, String> commands = commands();
        String known = wasThere ? "1" : "0";
        return commands.scriptLoad(scripts.get(Script.BUCKET))
                .thenCompose(loaded -> commands.scriptLoad(scripts.get(Script.WINDOW)))
                .thenCompose(loaded ->
                        commands.eval(scripts.get(Script.GREET), ScriptOutputType.MULTI, new String[] {BORN}, known));
    }

    /** Said once, and not by a gateway that has said already that Redis is away. */
    private void unreached(Throwable failure) {
        failures.increment();
        if (!wasThere && !silent.getAndSet(true)) {
            log.warn("Redis is not there ({}): each gateway counts as its plans say", reason(failure));
        }
    }

    private void back(List<Long> answer) {
        lastHeard = Math.max(lastHeard, answer.get(1));
        wasThere = true;
        there.set(true);
        log.info("Redis is there: limits are counted together");
    }

    private void heard(List<Long> answer, Throwable failure) {
        if (failure == null && answer.get(0) >= 0) {
            lastHeard = Math.max(lastHeard, answer.get(2));
        } else {
            away(failure);
        }
    }

    private void away(Throwable failure) {
        failures.increment();
        long now = nanos.getAsLong();
        if (there.compareAndSet(true, false)) {
            awaySince = now;
            log.warn("Redis is away ({}): each gateway counts as its plans say", reason(failure));
        }
    }

    /** The kind of failure alone: its text may have the address. */
    private static String reason(Throwable failure) {
        return failure == null ? "its counts are gone" : failure.getClass().getSimpleName();
    }

    private RedisAsyncCommands<String, String> commands() {
        return connection.async();
    }

    private static String[] keys(String key) {
        return new String[] {key, BORN};
    }

    private static ClientOptions options(Duration timeout) {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .requestQueueSize(10_000)
                .build();
    }
}
