package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.address.TrustedProxies;
import io.tollgate.gateway.hygiene.HygieneProperties;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/** Puts the hygiene between netty's codec and reactor-netty, on the main port alone. */
@Component
final class HygieneServer implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String NAME = "tollgate.hygiene";

    private final HygieneProperties properties;
    private final TrustedProxies proxies;

    HygieneServer(HygieneProperties properties, TrustedProxies proxies) {
        this.properties = properties;
        this.proxies = proxies;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, NAME, new RequestHygiene(properties.headersWithin(), proxies))));
    }
}
