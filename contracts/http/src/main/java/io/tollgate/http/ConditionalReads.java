package io.tollgate.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Reads on conditions that Spring ignores or answers with an empty 412 (RFC 9110, 13.2.2): {@code If-Match}, without it
 * {@code If-Unmodified-Since}, and {@code If-None-Match: *}, which is 304 if there is anything.
 */
final class ConditionalReads implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(isConditional(exchange) ? new OnCondition(exchange) : exchange);
    }

    private static boolean isConditional(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && (headers.containsKey(HttpHeaders.IF_MATCH)
                        || headers.containsKey(HttpHeaders.IF_UNMODIFIED_SINCE)
                        || ETags.isAny(headers));
    }

    private static final class OnCondition extends ServerWebExchangeDecorator {
        OnCondition(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public boolean checkNotModified(String tag, Instant lastModified) {
            HttpHeaders sent = getRequest().getHeaders();
            if (tag == null) {
                return super.checkNotModified(null, lastModified);
            }
            if (isAnother(sent, tag, lastModified)) {
                throw Problem.of(ProblemTypes.PRECONDITION_FAILED).asRefusal();
            }
            if (!ETags.isAny(sent)) {
                return super.checkNotModified(tag, lastModified);
            }
            getResponse().setStatusCode(HttpStatus.NOT_MODIFIED);
            getResponse().getHeaders().setETag(tag);
            return true;
        }

        private static boolean isAnother(HttpHeaders sent, String tag, Instant lastModified) {
            List<String> wanted = sent.getOrEmpty(HttpHeaders.IF_MATCH);
            if (!wanted.isEmpty()) {
                return !ETags.matches(String.join(",", wanted), tag);
            }
            long unmodifiedSince = sent.getIfUnmodifiedSince();
            return unmodifiedSince >= 0
                    && lastModified != null
                    && lastModified.truncatedTo(ChronoUnit.SECONDS).toEpochMilli() > unmodifiedSince;
        }
    }
}
