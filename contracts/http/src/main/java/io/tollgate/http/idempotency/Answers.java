package io.tollgate.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.http.HttpJson;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** Turns what an operation returned, or why it refused, into the answer to keep. */
final class Answers {
    private static final byte[] NOTHING = {};

    private final ObjectMapper json;
    private final ProblemWriter problems;

    Answers(HttpJson json, ProblemWriter problems) {
        this.json = json.mapper();
        this.problems = problems;
    }

    Answer of(ResponseEntity<?> response) {
        Map<String, List<String>> headers = new HashMap<>(response.getHeaders());
        if (response.getBody() == null) {
            return new Answer(response.getStatusCode().value(), headers, NOTHING);
        }
        headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_JSON_VALUE));
        return new Answer(response.getStatusCode().value(), headers, write(response.getBody()));
    }

    Answer of(ServerWebExchange exchange, Problem problem) {
        Map<String, List<String>> headers = new HashMap<>();
        problem.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_PROBLEM_JSON_VALUE));
        headers.put(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        return new Answer(problem.type().status(), headers, problems.render(exchange, problem));
    }

    byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), unwritable);
        }
    }

    String writeHeaders(Answer answer) {
        return new String(write(answer.headers()), StandardCharsets.UTF_8);
    }

    Map<String, List<String>> readHeaders(String headers) {
        try {
            return json.readValue(headers, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an idempotency record has unreadable headers", damaged);
        }
    }
}
