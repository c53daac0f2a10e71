package io.tollgate.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A real local HTTP server in a service's place: keeps what arrives, answers what the test says. */
final class FakeService {
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile Function<Arrived, Reply> replies = request -> Reply.json(200, "{}");
    private volatile Publisher<String> stream = Mono.empty();
    private DisposableServer server = listen(0);

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(this::handle)
                .bindNow();
    }

    /** Comes back where it was. */
    void restart() {
        server = listen(server.port());
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    void stop() {
        server.disposeNow(Duration.ofSeconds(10));
    }

    void answers(Function<Arrived, Reply> replies) {
        this.replies = replies;
    }

    /** What a path that ends in /events or /pieces answers, piece by piece. */
    void streams(Publisher<String> pieces) {
        stream = pieces;
    }

    void reset() {
        arrived.clear();
        begun.set(0);
        bytes.set(0);
        replies = request -> Reply.json(200, "{}");
    }

    /** Requests that arrived whole. */
    List<Arrived> arrived() {
        return arrived;
    }

    Arrived last() {
        return arrived.get(arrived.size() - 1);
    }

    /** Requests whose headers arrived, whatever became of their bodies. */
    int begun() {
        return begun.get();
    }

    /** Of bodies, also of those that never arrived whole. */
    long bytesArrived() {
        return bytes.get();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        begun.incrementAndGet();
        Flux<ByteBuf> pieces = request.receive().doOnNext(piece -> bytes.addAndGet(piece.readableBytes()));
        return ByteBufFlux.fromInbound(pieces)
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> answer(new Arrived(request, body), response));
    }

    private Mono<Void> answer(Arrived request, HttpServerResponse response) {
        arrived.add(request);
        if (request.uri().endsWith("/events")) {
            return response.sse()
                    .send(Flux.from(stream).map(FakeService::bytes), piece -> true)
                    .then();
        }
        if (request.uri().endsWith("/pieces")) {
            return response.header("Content-Type", "application/json")
                    .send(Flux.from(stream).map(FakeService::bytes), piece -> true)
                    .then();
        }
        Reply reply = replies.apply(request);
        if (reply == Reply.NONE) {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        }
        response.status(reply.status());
        reply.headers().forEach(header -> response.addHeader(header[0], header[1]));
        if (reply.headers().stream().anyMatch(header -> header[0].equals("Content-Length"))) {
            response.withConnection(connection -> Mono.delay(Duration.ofMillis(300))
                    .subscribe(later -> connection.channel().close()));
            return response.sendString(Mono.just(reply.body()).concatWith(Mono.never()))
                    .then();
        }
        Mono<Void> sent = response.header("Content-Type", reply.type())
                .sendByteArray(Mono.just(reply.body().getBytes(StandardCharsets.UTF_8)))
                .then();
        return Mono.when(reply.ready()).then(sent);
    }

    private static ByteBuf bytes(String piece) {
        return Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8);
    }

    record Arrived(String method, String uri, HttpHeaders headers, byte[] body) {
        Arrived(HttpServerRequest request, byte[] body) {
            this(
                    request.method().name(),
                    request.uri(),
                    request.requestHeaders().copy(),
                    body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    record Reply(int status, String type, String body, Publisher<?> ready, List<String[]> headers) {
        /** The connection breaks without an answer. */
        static final Reply NONE = json(0, "");

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Mono.empty(), List.of());
        }

        static Reply problem(int status, String body) {
            return new Reply(status, "application/problem+json", body, Mono.empty(), List.of());
        }

        Reply after(Duration delay) {
            return after(Mono.delay(delay));
        }

        /** Not before this has ended. */
        Reply after(Publisher<?> ready) {
            return new Reply(status, type, body, ready, headers);
        }

        /** Says it has a thousand bytes, and has fewer. */
        Reply breaksOff() {
            return with("Content-Length", "1000");
        }

        Reply with(String name, String value) {
            List<String[]> more = new java.util.ArrayList<>(headers);
            more.add(new String[] {name, value});
            return new Reply(status, type, body, ready, more);
        }
    }
}
