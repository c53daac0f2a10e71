package io.tollgate.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Reads on when an answer is complete. reactor-netty forgets to where the next request came before it had put the last
 * one away and was answered at once: a kept connection then stays open and is never heard again (reactor-netty#4347).
 */
final class SteadyReads extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, message, promise);
        if (message instanceof LastHttpContent) {
            // afterwards, so that whoever waits in the queue is taken first; a second read does no harm
            context.executor().execute(context::read);
        }
    }
}
