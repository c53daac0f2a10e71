package io.tollgate.testing;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** One request and its answer, as they went over the wire. */
record RecordedExchange(String method, String path, int status, Half request, Half response) {
    /** What went one way. */
    record Half(HttpHeaders headers, byte[] body) {
        Half {
            body = body == null ? new byte[0] : body;
        }

        /** Without parameters such as the charset. */
        String mediaType() {
            String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
            return type == null ? "" : type.split(";")[0].strip().toLowerCase();
        }
    }

    static RecordedExchange of(EntityExchangeResult<?> result) {
        return new RecordedExchange(
                result.getMethod().name(),
                result.getUrl().getRawPath(),
                result.getStatus().value(),
                new Half(result.getRequestHeaders(), result.getRequestBodyContent()),
                new Half(result.getResponseHeaders(), result.getResponseBodyContent()));
    }

    /** As if this had been the request's body. */
    RecordedExchange as(byte[] body) {
        return new RecordedExchange(method, path, status, new Half(request.headers(), body), response);
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }
}
