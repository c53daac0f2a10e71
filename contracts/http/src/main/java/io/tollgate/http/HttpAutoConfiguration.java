package io.tollgate.http;

import io.micrometer.tracing.Tracer;
import jakarta.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.boot.autoconfigure.web.reactive.WebFluxAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The conventions that hold at the gateway and at the services: problems, JSON, body limit, parameters. */
@AutoConfiguration(before = WebFluxAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableConfigurationProperties(HttpProperties.class)
public class HttpAutoConfiguration {
    @Bean
    HttpJson httpJson() {
        return new HttpJson();
    }

    @Bean
    ValidationConfigurationCustomizer englishValidation() {
        return new EnglishValidation();
    }

    /** The validator comes to be after the codecs, which need it with the first bad body only. */
    @Bean
    HttpCodecs httpCodecs(HttpJson json, ObjectProvider<Validator> validator, HttpProperties properties) {
        return new HttpCodecs(json, new BodyRefusal(json, validator::getIfAvailable), properties);
    }

    /** Lazy, so that who patches nothing needs no validator. */
    @Bean
    @Lazy
    MergePatch mergePatch(HttpJson json, Validator validator) {
        return new MergePatch(json, validator);
    }

    @Bean
    SteadyServer steadyServer() {
        return new SteadyServer();
    }

    @Bean
    JsonMappings jsonMappings() {
        return new JsonMappings();
    }

    @Bean
    Refusals refusals(ObjectProvider<RefusalTable> tables, ObjectProvider<Accidents> accidents) {
        return new Refusals(
                tables.orderedStream().toList(), accidents.orderedStream().toList());
    }

    @Bean
    ProblemWriter problemWriter(HttpJson json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemHandler problemHandler(Refusals refusals, ProblemWriter writer, ObjectProvider<Tracer> tracer) {
        return new ProblemHandler(refusals, writer, tracer.getIfAvailable(() -> Tracer.NOOP));
    }
}
