package io.tollgate.gateway.hygiene.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.tollgate.gateway.address.IpAddress;
import io.tollgate.gateway.address.TrustedProxies;
import io.tollgate.gateway.hygiene.BadRequest;
import io.tollgate.gateway.hygiene.EdgeHeaders;
import io.tollgate.gateway.hygiene.HostName;
import io.tollgate.gateway.hygiene.RequestTarget;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Stands before reactor-netty's own handlers, which would answer a bad request with an empty body or let it pass. A bad
 * one is made harmless and marked, so that it is answered as a problem like every other refusal.
 */
final class RequestHygiene extends ChannelInboundHandlerAdapter {
    /** The body that is being read on this connection broke; nothing after it is read. */
    static final AttributeKey<Boolean> BROKEN_BODY = AttributeKey.valueOf("tollgate.broken-body");

    private final Duration headersWithin;
    private final TrustedProxies proxies;
    private HeaderDeadline deadline;
    private boolean isProxy;

    RequestHygiene(Duration headersWithin, TrustedProxies proxies) {
        this.headersWithin = headersWithin;
        this.proxies = proxies;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = new HeaderDeadline(headersWithin, () -> refuseLate(context));
        context.pipeline().addFirst(deadline);
        isProxy = context.channel().remoteAddress() instanceof InetSocketAddress peer
                && proxies.trust(IpAddress.of(peer.getAddress()));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpObject object) {
            deadline.decoded(object);
        }
        if (message instanceof HttpRequest request) {
            cleanse(request);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            context.channel().attr(BROKEN_BODY).set(true);
            // completes the body for the reader, who then looks whether it broke
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        context.fireChannelRead(message);
    }

    /** What was sent so far is no request; one is made up, so that it can be answered. */
    private static void refuseLate(ChannelHandlerContext context) {
        HttpRequest late = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        defuse(late, BadRequest.LATE);
        context.fireChannelRead(late);
        context.fireChannelReadComplete();
    }

    private void cleanse(HttpRequest request) {
        speakOurMinorVersion(request);
        BadRequest bad = badness(request);
        CleanHeaders.clean(request.headers(), isProxy);
        if (bad != null) {
            defuse(request, bad);
        } else if (isAboutServer(request)) {
            request.headers().set(EdgeHeaders.WHOLE_SERVER, "");
            request.setUri("/");
        }
    }

    /** RFC 9110, 2.5: a later one of a version that is known is read as the latest that is. */
    private static void speakOurMinorVersion(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (version.majorVersion() == 1 && version.minorVersion() > 1) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
    }

    private static BadRequest badness(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return undecodable(request.decoderResult().cause());
        }
        if (!HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                && !HttpVersion.HTTP_1_0.equals(request.protocolVersion())) {
            return BadRequest.VERSION;
        }
        if (HttpMethod.CONNECT.equals(request.method())) {
            return BadRequest.METHOD;
        }
        BadRequest target = isAboutServer(request) ? null : target(RequestTarget.withoutAuthority(request.uri()));
        return target == null ? headers(request) : target;
    }

    private static boolean isAboutServer(HttpRequest request) {
        return HttpMethod.OPTIONS.equals(request.method()) && request.uri().equals("*");
    }

    private static BadRequest target(String path) {
        if (!RequestTarget.isPlain(path)) {
            return BadRequest.TARGET;
        }
        if (TargetDigits.showCardNumber(path)) {
            return BadRequest.CARD_NUMBER;
        }
        return TargetKeys.areIn(path) ? BadRequest.KEY_IN_TARGET : null;
    }

    private static BadRequest headers(HttpRequest request) {
        if (!hasOneHost(request)) {
            return BadRequest.HOST;
        }
        return hasTwoTypes(request) ? BadRequest.CONTENT_TYPE : framing(request);
    }

    private static boolean hasTwoTypes(HttpRequest request) {
        return request.headers().getAll(HttpHeaderNames.CONTENT_TYPE).stream()
                        .distinct()
                        .count()
                > 1;
    }

    private static BadRequest undecodable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return BadRequest.TARGET_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? BadRequest.HEADERS_TOO_LARGE : BadRequest.UNREADABLE;
    }

    private static boolean hasOneHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.size() == 1 && HostName.isValid(hosts.get(0));
    }

    private static BadRequest framing(HttpRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!encodings.isEmpty()) {
            boolean plain = encodings.size() == 1
                    && encodings.get(0).equalsIgnoreCase("chunked")
                    && HttpVersion.HTTP_1_1.equals(request.protocolVersion());
            return plain ? unexpectedBody(request, true) : BadRequest.TRANSFER_ENCODING;
        }
        String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        return unexpectedBody(request, length != null && !length.equals("0"));
    }

    private static BadRequest unexpectedBody(HttpRequest request, boolean hasBody) {
        boolean reading = HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
        return hasBody && reading ? BadRequest.UNEXPECTED_BODY : null;
    }

    private static void defuse(HttpRequest request, BadRequest bad) {
        HttpHeaders headers = request.headers();
        headers.set(EdgeHeaders.REFUSED, bad.name());
        headers.set(HttpHeaderNames.HOST, "refused");
        headers.set(HttpHeaderNames.CONNECTION, "close");
        headers.remove(HttpHeaderNames.EXPECT);
        // of a line that it cannot read netty makes a whole request in HTTP/1.0, in which "Connection: close" is left
        // out
        if (bad == BadRequest.VERSION || request instanceof FullHttpRequest) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        request.setDecoderResult(DecoderResult.SUCCESS);
        request.setUri("/");
        if (bad == BadRequest.METHOD) {
            request.setMethod(HttpMethod.GET);
        }
    }
}
