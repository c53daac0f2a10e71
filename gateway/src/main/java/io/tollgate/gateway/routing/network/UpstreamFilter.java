package io.tollgate.gateway.routing.network;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpMethod;
import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.routing.OutgoingHeaders;
import io.tollgate.gateway.routing.RouteRules;
import io.tollgate.gateway.routing.RoutingProperties;
import io.tollgate.gateway.routing.Transferred;
import io.tollgate.gateway.trace.OutgoingCall;
import io.tollgate.gateway.trace.RequestTrace;
import io.tollgate.http.RequestId;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.resources.ConnectionProvider;

/** Sends the request to its service and the answer back; both are streamed, neither is kept. */
@Component
final class UpstreamFilter implements GlobalFilter, Ordered {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final HttpClient http;
    private final HttpClient streams;
    private final Resilience resilience;

    UpstreamFilter(HttpClient http, Resilience resilience, RoutingProperties properties) {
        // Reactor Netty would repeat a POST, too, when a pooled connection breaks
        this.http = careful(http, properties);
        this.streams = careful(HttpClient.create(streamConnections(properties)), properties);
        this.resilience = resilience;
    }

    private static HttpClient careful(HttpClient http, RoutingProperties properties) {
        return http.disableRetry(true).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                properties.connectTimeout().toMillis());
    }

    /** Apart from the others' connections: streams keep theirs for minutes, and nobody waits for them. */
    private static ConnectionProvider streamConnections(RoutingProperties properties) {
        return ConnectionProvider.builder("streams")
                .maxConnections(properties.streams())
                .pendingAcquireTimeout(properties.connectTimeout())
                .maxIdleTime(properties.upstreamTimeout())
                .build();
    }

    @Override
    public int getOrder() {
        return FilterOrder.UPSTREAM;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        AtomicReference<Answer> begun = new AtomicReference<>();
        return guarded(exchange, begun)
                .flatMap(answer -> write(answer, exchange))
                .doFinally(signal -> end(signal, begun.get()))
                // keeps the context here: who asks for it below would walk up through all filters each time
                .contextWrite(context -> context);
    }

    private Mono<Answer> guarded(ServerWebExchange exchange, AtomicReference<Answer> begun) {
        ServerHttpRequest request = exchange.getRequest();
        String service = RouteRules.of(exchange.getAttributes()).audience();
        if (request instanceof ServerHttpRequestDecorator) {
            Upload upload = new Upload();
            Body body = sender -> sender.send((out, netty) -> netty.send(upload.watched(bytes(exchange))));
            return resilience.around(Mono.defer(() -> traced(exchange, body)).doOnNext(begun::set), upload, service);
        }
        boolean harmless = IDEMPOTENT.contains(request.getMethod().name());
        Body none = sender -> sender;
        return resilience.around(Mono.defer(() -> traced(exchange, none)).doOnNext(begun::set), service, harmless);
    }

    /** What is sent after the headers. */
    @FunctionalInterface
    private interface Body {
        HttpClient.ResponseReceiver<?> sentBy(HttpClient.RequestSender sender);
    }

    private Mono<Answer> traced(ServerWebExchange exchange, Body body) {
        URI target = target(exchange);
        RequestTrace trace = exchange.getAttribute(RequestTrace.ATTRIBUTE);
        OutgoingCall call =
                trace.call(exchange.getRequest().getMethod().name(), withoutQuery(target), target.getHost());
        return call(exchange, target, call.traceparent(), body)
                .doOnNext(answer -> call.answered(answer.status()))
                .doOnError(call::failed)
                .doOnCancel(call::canceled);
    }

    private Mono<Answer> call(ServerWebExchange exchange, URI target, String traceparent, Body body) {
        ServerHttpRequest request = exchange.getRequest();
        HttpClient client = isStream(exchange) ? streams : http;
        HttpClient.RequestSender sender = client.headers(headers -> headers(exchange, headers, traceparent))
                .request(HttpMethod.valueOf(request.getMethod().name()))
                .uri(target);
        return body.sentBy(sender)
                .responseConnection((response, connection) -> Mono.just(new Answer(response, connection)))
                .next();
    }

    private static void headers(
            ServerWebExchange exchange, io.netty.handler.codec.http.HttpHeaders headers, String traceparent) {
        HttpServerRequest client = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        HopHeaders.toService(client.requestHeaders(), headers);
        headers.set(HttpHeaders.AUTHORIZATION, OutgoingHeaders.authorization(exchange.getAttributes()));
        headers.set("traceparent", traceparent);
        RequestId.of(exchange).ifPresent(id -> headers.set(RequestId.HEADER, id));
    }

    private static Mono<Void> write(Answer answer, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(answer.status());
        HopHeaders.toClient(answer.headers(), response.getHeaders());
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        Transferred transferred = Transferred.of(exchange.getAttributes());
        Flux<DataBuffer> body = answer.body()
                .doOnNext(bytes -> transferred.addOut(bytes.readableBytes()))
                .map(buffers::wrap);
        return isStream(exchange) ? response.writeAndFlushWith(body.map(Mono::just)) : response.writeWith(body);
    }

    private static boolean isStream(ServerWebExchange exchange) {
        return RouteRules.of(exchange.getAttributes()).stream();
    }

    /** An answer that was not passed on to its end holds a connection. */
    private static void end(SignalType signal, Answer answer) {
        if (signal != SignalType.ON_COMPLETE && answer != null) {
            answer.abandon();
        }
    }

    private static Flux<ByteBuf> bytes(ServerWebExchange exchange) {
        Transferred transferred = Transferred.of(exchange.getAttributes());
        return exchange.getRequest()
                .getBody()
                .map(UpstreamFilter::netty)
                .doOnNext(bytes -> transferred.addIn(bytes.readableBytes()));
    }

    private static ByteBuf netty(DataBuffer buffer) {
        return NettyDataBufferFactory.toByteBuf(buffer);
    }

    private static URI target(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery();
        String path = asked.getRawPath() + (query == null ? "" : '?' + query);
        return route.getUri().resolve(path);
    }

    /** Queries may hold what is nobody's business. */
    private static String withoutQuery(URI target) {
        String url = target.toString();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
