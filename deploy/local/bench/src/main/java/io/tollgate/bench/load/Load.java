package io.tollgate.bench.load;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends requests over kept connections: each its next one when the last was answered, or so many a second in all. */
public final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int connections;
    private final ConnectionProvider provider;
    private final HttpClient client;
    private final IntFunction<Flux<Integer>> pace;

    public Load(int connections) {
        this(connections, ConnectionProvider.create("bench", connections), requests -> Flux.range(0, requests));
    }

    private Load(int connections, ConnectionProvider provider, IntFunction<Flux<Integer>> pace) {
        this.connections = connections;
        this.provider = provider;
        this.client = HttpClient.create(provider).responseTimeout(PATIENCE);
        this.pace = pace;
    }

    /** Over the same connections, but so many requests a second, one by one; none is left out when answers are late. */
    public Load at(int rate) {
        Duration interval = Duration.ofNanos(NANOS_PER_SECOND / rate);
        return new Load(connections, provider, requests -> Flux.interval(interval)
                .onBackpressureBuffer()
                .take(requests)
                .map(Long::intValue));
    }

    /** Sends so many requests and takes the time of each, in nanoseconds; any other answer than expected ends the run. */
    public long[] send(int requests, IntFunction<Call> calls) {
        long[] nanos = new long[requests];
        pace.apply(requests)
                .flatMap(i -> timed(i, calls.apply(i), nanos), connections)
                .blockLast();
        return nanos;
    }

    /** The body of one answer. */
    public String answer(Call call) {
        return exchange(call).block();
    }

    @Override
    public void close() {
        provider.disposeLater().block();
    }

    private Mono<Void> timed(int index, Call call, long[] nanos) {
        long start = System.nanoTime();
        return exchange(call)
                .doOnSuccess(body -> nanos[index] = System.nanoTime() - start)
                .then();
    }

    private Mono<String> exchange(Call call) {
        return client.headers(headers -> call.headers().forEach(headers::set))
                .request(HttpMethod.valueOf(call.method()))
                .uri(call.uri())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(call.body())))
                .responseSingle((response, body) -> body.asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .map(text -> expected(call, response.status().code(), text)));
    }

    private static String expected(Call call, int status, String body) {
        if (call.expected() != Call.ANY && status != call.expected()) {
            throw new UnexpectedAnswer(call.method() + " " + call.uri() + " answered " + status + ": " + body, status);
        }
        return body;
    }
}
