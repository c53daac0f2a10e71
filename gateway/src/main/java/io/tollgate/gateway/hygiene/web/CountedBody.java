package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.hygiene.BadRequest;
import io.tollgate.gateway.hygiene.BadRequestRefused;
import io.tollgate.gateway.hygiene.BodyTooLarge;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.Connection;

/** A body that ends with an error where it is too large, broke or does not come: who passes it on must not end it as if it were whole. */
final class CountedBody extends ServerHttpRequestDecorator {
    private final long limit;
    private final Duration within;
    private long counted;

    CountedBody(ServerHttpRequest request, long limit, Duration within) {
        super(request);
        this.limit = limit;
        this.within = within;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody()
                .onErrorMap(CountedBody::brokenOff)
                .<DataBuffer>handle(this::count)
                .concatWith(Mono.defer(this::whole))
                .takeUntilOther(Mono.delay(within).then(Mono.error(CountedBody::late)));
    }

    /** The client went away in the midst of it. */
    private static BadRequestRefused brokenOff(Throwable gone) {
        return new BadRequestRefused(BadRequest.BROKEN_BODY);
    }

    private static BadRequestRefused late() {
        return new BadRequestRefused(BadRequest.LATE_BODY);
    }

    private void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
        counted += buffer.readableByteCount();
        if (counted > limit) {
            DataBufferUtils.release(buffer);
            sink.error(new BodyTooLarge());
        } else {
            sink.next(buffer);
        }
    }

    private Mono<DataBuffer> whole() {
        Connection connection = getNativeRequest(getDelegate());
        boolean broken = connection.channel().hasAttr(RequestHygiene.BROKEN_BODY);
        return broken ? Mono.error(new BadRequestRefused(BadRequest.BROKEN_BODY)) : Mono.empty();
    }
}
