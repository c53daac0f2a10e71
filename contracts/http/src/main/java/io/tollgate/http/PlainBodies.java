package io.tollgate.http;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A body in a coding such as gzip is refused (RFC 9110, 8.4) and not misread: nobody here decodes one. */
final class PlainBodies implements WebFilter {
    private static final String PLAIN = "identity";
    private static final Problem ENCODED = Problem.of(ProblemTypes.UNSUPPORTED_MEDIA_TYPE)
            .detail("Send the body without a Content-Encoding.")
            .header(HttpHeaders.ACCEPT_ENCODING, PLAIN);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return isEncoded(headers) && hasBody(headers) ? Mono.error(ENCODED.asRefusal()) : chain.filter(exchange);
    }

    private static boolean isEncoded(HttpHeaders headers) {
        List<String> codings = headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING);
        return !codings.stream().allMatch(PLAIN::equalsIgnoreCase);
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsKey(HttpHeaders.TRANSFER_ENCODING);
    }
}
