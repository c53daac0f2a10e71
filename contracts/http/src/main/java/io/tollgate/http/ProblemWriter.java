package io.tollgate.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request with a problem; the gateway's filters and the services' handler speak through this one. */
public final class ProblemWriter {
    private final ObjectMapper json;

    public ProblemWriter(HttpJson json) {
        this.json = json.mapper();
    }

    /** Ends the exchange with the problem; the caller has seen to it that nothing was sent before. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
        headers(response.getHeaders(), problem);
        byte[] body = render(exchange, problem);
        response.getHeaders().setContentLength(body.length);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** The body alone, for who has to keep it. */
    public byte[] render(ServerWebExchange exchange, Problem problem) {
        try {
            return json.writeValueAsBytes(members(exchange, problem));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "a problem of type " + problem.type().name(), unwritable);
        }
    }

    private static void headers(HttpHeaders headers, Problem problem) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl(CacheControl.noStore());
        headers.remove(HttpHeaders.ETAG);
        headers.remove(HttpHeaders.LAST_MODIFIED);
        problem.headers().forEach(headers::set);
    }

    private static Map<String, Object> members(ServerWebExchange exchange, Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type().uri());
        members.put("title", problem.type().title());
        members.put("status", problem.type().status());
        problem.detail().ifPresent(detail -> members.put("detail", detail));
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        members.putAll(problem.extensions());
        RequestId.of(exchange).ifPresent(id -> members.put("requestId", id));
        TraceId.of(exchange).ifPresent(id -> members.put("traceId", id));
        return members;
    }
}
