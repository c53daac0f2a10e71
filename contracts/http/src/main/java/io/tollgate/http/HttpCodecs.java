package io.tollgate.http;

import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.Jackson2JsonEncoder;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Teaches the server (and no client) the strict JSON, the body limit, and the parameters that controllers just declare. */
final class HttpCodecs implements WebFluxConfigurer {
    private final HttpJson json;
    private final BodyRefusal refusal;
    private final HttpProperties properties;

    HttpCodecs(HttpJson json, BodyRefusal refusal, HttpProperties properties) {
        this.json = json;
        this.refusal = refusal;
        this.properties = properties;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        var codecs = configurer.defaultCodecs();
        codecs.maxInMemorySize((int) properties.maxBodySize().toBytes());
        codecs.jackson2JsonDecoder(new StrictJsonDecoder(json, refusal));
        codecs.jackson2JsonEncoder(new Jackson2JsonEncoder(json.mapper()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new WrittenBoolean());
    }

    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        builder.resolver(new ReadableAccept());
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerArgumentResolver(), new CursorArgumentResolver());
    }
}
