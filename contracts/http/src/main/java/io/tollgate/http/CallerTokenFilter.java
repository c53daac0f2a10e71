package io.tollgate.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Hears nobody without a caller token, and on internal paths only the gateway itself. */
final class CallerTokenFilter implements WebFilter, Ordered {
    private static final String SCHEME = "Bearer ";
    private static final String INTERNAL_SCOPE = "internal";
    private static final PathPattern INTERNAL = new PathPatternParser().parse("/internal/**");

    private static final Problem KEYS_AWAY =
            Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(Duration.ofSeconds(2));

    private final CallerTokenVerifier verifier;
    private final ProblemWriter writer;
    private final ApplicationContext context;

    CallerTokenFilter(CallerTokenVerifier verifier, ProblemWriter writer, ApplicationContext context) {
        this.verifier = verifier;
        this.writer = writer;
        this.context = context;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isManagement(exchange)) {
            return chain.filter(exchange);
        }
        List<String> credentials = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            return refuse(exchange, ProblemTypes.CALLER_TOKEN_REQUIRED);
        }
        return verified(credentials)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> caller.isEmpty()
                        ? refuse(exchange, ProblemTypes.CALLER_TOKEN_INVALID)
                        : admit(exchange, chain, caller.get()))
                .onErrorResume(KeysAway.class, away -> writer.write(exchange, KEYS_AWAY));
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
        if (isInternal(exchange) && !caller.scopes().contains(INTERNAL_SCOPE)) {
            return writer.write(exchange, Problem.of(ProblemTypes.MISSING_SCOPE).with("scope", INTERNAL_SCOPE));
        }
        CallerArgumentResolver.remember(exchange, caller);
        return chain.filter(exchange);
    }

    private Mono<Caller> verified(List<String> credentials) {
        return Mono.just(credentials)
                .filter(sent -> sent.size() == 1)
                .map(sent -> sent.get(0))
                .filter(sent -> sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(sent -> verifier.verify(sent.substring(SCHEME.length())));
    }

    // the management port's context inherits this filter; probes and scrapers have no token
    private boolean isManagement(ServerWebExchange exchange) {
        return exchange.getApplicationContext() != null && exchange.getApplicationContext() != context;
    }

    private static boolean isInternal(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return INTERNAL.matches(path);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, ProblemType type) {
        return writer.write(exchange, Problem.of(type).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }
}
