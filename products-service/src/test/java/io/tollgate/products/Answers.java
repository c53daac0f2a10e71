package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A caller of the API, and what it is answered. */
record Answers(WebTestClient client) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType MERGE_PATCH = MediaType.valueOf("application/merge-patch+json");

    /** What came back: the body as JSON, if there was any. */
    record Answer(int status, HttpHeaders headers, JsonNode body) {
        Answer is(int expected) {
            assertThat(status).as("status of %s", body).isEqualTo(expected);
            return this;
        }

        Answer refused(int expected, String problem) {
            is(expected);
            assertThat(text("/type")).isEqualTo("https://tollgate.io/problems/" + problem);
            return this;
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String header(String name) {
            return headers.getFirst(name);
        }

        /** Where the next page is; null on the last one. */
        String next() {
            String link = header(HttpHeaders.LINK);
            return link == null ? null : link.substring(1, link.indexOf('>'));
        }
    }

    Answer get(String path, String... header) {
        return answer(HttpMethod.GET, path, null, null, header);
    }

    Answer post(String path, Object body, String... header) {
        return answer(HttpMethod.POST, path, body, MediaType.APPLICATION_JSON, header);
    }

    Answer patch(String path, Object body, String tag) {
        String[] header = tag == null ? new String[0] : new String[] {HttpHeaders.IF_MATCH, tag};
        return answer(HttpMethod.PATCH, path, body, MERGE_PATCH, header);
    }

    Answer put(String path, Object body, String tag) {
        return answer(HttpMethod.PUT, path, body, MediaType.APPLICATION_JSON, HttpHeaders.IF_MATCH, tag);
    }

    private Answer answer(HttpMethod method, String path, Object body, MediaType type, String... header) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path);
        if (header.length == 2) {
            request.header(header[0], header[1]);
        }
        if (body != null) {
            request.contentType(type).bodyValue(body);
        }
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), tree(result.getResponseBody()));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return body == null ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
