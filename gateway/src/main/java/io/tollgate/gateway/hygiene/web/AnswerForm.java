package io.tollgate.gateway.hygiene.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * What reactor-netty leaves to others: the date of every answer (RFC 9110, 6.6.1), and no chunks for who speaks HTTP/1.0
 * (RFC 9112, 6.1), whose answer ends with the connection instead.
 */
final class AnswerForm extends ChannelDuplexHandler {
    private final Today today;
    private boolean knowsNoChunks;
    private boolean endsWithConnection;

    AnswerForm(Today today) {
        this.today = today;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            knowsNoChunks |= HttpVersion.HTTP_1_0.equals(request.protocolVersion());
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            complete(answer);
        }
        if (endsWithConnection && message instanceof LastHttpContent) {
            promise = promise.unvoid().addListener(ChannelFutureListener.CLOSE);
        }
        context.write(message, promise);
    }

    private void complete(HttpResponse answer) {
        HttpHeaders headers = answer.headers();
        if (!headers.contains(HttpHeaderNames.DATE)) {
            headers.set(HttpHeaderNames.DATE, today.text());
        }
        if (knowsNoChunks && HttpUtil.isTransferEncodingChunked(answer)) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            HttpUtil.setKeepAlive(answer, false);
            endsWithConnection = true;
        }
    }
}
