package io.tollgate.http;

import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import reactor.netty.NettyPipeline;

/** Puts {@link SteadyReads} between netty's codec and reactor-netty, on every port. */
final class SteadyServer implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String NAME = "tollgate.steady-reads";

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, new SteadyReads())));
    }
}
