package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.address.TrustedProxies;
import io.tollgate.gateway.hygiene.HygieneProperties;
import java.time.Clock;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/** Puts the hygiene between netty's codec and reactor-netty, on the main port alone: of what comes, and of what goes. */
@Component
final class HygieneServer implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String NAME = "tollgate.hygiene";
    private static final String ANSWERS = "tollgate.answer-form";

    private final HygieneProperties properties;
    private final TrustedProxies proxies;
    private final Today today;

    HygieneServer(HygieneProperties properties, TrustedProxies proxies, Clock clock) {
        this.properties = properties;
        this.proxies = proxies;
        this.today = new Today(clock);
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, NAME, new RequestHygiene(properties.headersWithin(), proxies))
                .addAfter(NettyPipeline.HttpCodec, ANSWERS, new AnswerForm(today))));
    }
}
