package io.tollgate.gateway.hygiene.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection on which a request was begun and its headers never end; netty and reactor-netty would wait for ever.
 * Stands before the codec, and is told by the hygiene behind it what came out.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {
    private final Duration patience;
    private final Runnable onLate;
    private boolean betweenRequests = true;
    private ScheduledFuture<?> late;

    HeaderDeadline(Duration patience, Runnable onLate) {
        this.patience = patience;
        this.onLate = onLate;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (betweenRequests && late == null) {
            late = context.executor().schedule(onLate, patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    void decoded(HttpObject object) {
        if (object instanceof HttpRequest) {
            stop();
            betweenRequests = false;
        }
        if (object instanceof LastHttpContent) {
            betweenRequests = true;
        }
    }

    private void stop() {
        if (late != null) {
            late.cancel(false);
            late = null;
        }
    }
}
