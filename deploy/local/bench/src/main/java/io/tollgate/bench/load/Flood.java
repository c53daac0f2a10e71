package io.tollgate.bench.load;

import io.netty.handler.codec.http.HttpMethod;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * So many requests a second from one address, evenly, whether they are answered or not, until it is closed. It has a thread
 * of its own, so that others' requests do not wait for it before they are sent.
 */
public final class Flood implements AutoCloseable {
    private static final int AT_ONCE = 500;
    private static final Duration TICK = Duration.ofMillis(1);
    // what a busy machine kept from being sent is not sent later
    private static final int MOST_IN_A_TICK = 10;

    private final Map<Integer, AtomicLong> answers = new ConcurrentSkipListMap<>();
    private final ConnectionProvider provider = ConnectionProvider.create("flood", AT_ONCE);
    private final LoopResources thread = LoopResources.create("flood", 1, true);
    private final long start = System.nanoTime();
    private final int rate;
    private final Disposable running;
    private int sent;

    public Flood(int rate, String address, IntFunction<Call> calls) {
        this.rate = rate;
        HttpClient client =
                HttpClient.create(provider).runOn(thread).bindAddress(() -> new InetSocketAddress(address, 0));
        this.running = Flux.interval(TICK)
                .onBackpressureDrop()
                .concatMap(tick -> due())
                .flatMap(
                        i -> status(client, calls.apply(i))
                                .doOnNext(this::count)
                                .onErrorComplete(),
                        AT_ONCE)
                .subscribe();
    }

    /** How long one request from another address of this machine takes. */
    public double millisFrom(String address, Call call) {
        HttpClient elsewhere = HttpClient.newConnection().bindAddress(() -> new InetSocketAddress(address, 0));
        long start = System.nanoTime();
        int status = status(elsewhere, call).block();
        if (status != call.expected()) {
            throw new UnexpectedAnswer("a good login from " + address + " was answered " + status, status);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** How many answers of each status there were. */
    public String answers() {
        return new TreeMap<>(answers).toString();
    }

    @Override
    public void close() {
        running.dispose();
        provider.disposeLater().block();
        thread.disposeLater().block();
    }

    private Flux<Integer> due() {
        int until = (int) ((System.nanoTime() - start) / 1e9 * rate);
        Flux<Integer> due = Flux.range(sent, Math.min(until - sent, MOST_IN_A_TICK));
        sent = until;
        return due;
    }

    private void count(int status) {
        answers.computeIfAbsent(status, first -> new AtomicLong()).incrementAndGet();
    }

    static Mono<Integer> status(HttpClient client, Call call) {
        return client.headers(headers -> call.headers().forEach(headers::set))
                .request(HttpMethod.valueOf(call.method()))
                .uri(call.uri())
                .responseSingle(
                        (response, body) -> body.asString().defaultIfEmpty("").map(text -> response.status()
                                .code()));
    }
}
