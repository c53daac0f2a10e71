package io.tollgate.bench.load;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** So many requests a second whether they are answered or not, each answer told, until it is closed. */
public final class Pace implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 5_000;

    private final ConnectionProvider provider = ConnectionProvider.builder("pace")
            .maxConnections(200)
            .pendingAcquireMaxCount(AT_ONCE)
            .build();
    private final Disposable running;

    /** What became of one request; a status of 0 is none at all. */
    public record Answer(Call call, int status, long sentAt, long answeredAt) {
        public boolean isGood() {
            return status == call.expected();
        }
    }

    public Pace(int rate, IntFunction<Call> calls, Consumer<Answer> told) {
        HttpClient client = HttpClient.create(provider).responseTimeout(PATIENCE);
        int each = Math.max(1, (int) (rate * TICK.toMillis() / 1_000));
        this.running = Flux.interval(TICK)
                .onBackpressureBuffer()
                .concatMap(tick -> Flux.range((int) (tick * each), each))
                .flatMap(i -> answer(client, calls.apply(i)), AT_ONCE)
                .subscribe(told);
    }

    @Override
    public void close() {
        running.dispose();
        provider.disposeLater().block();
    }

    private static Mono<Answer> answer(HttpClient client, Call call) {
        long sentAt = System.nanoTime();
        return Flood.status(client, call)
                .onErrorReturn(0)
                .map(status -> new Answer(call, status, sentAt, System.nanoTime()));
    }
}
