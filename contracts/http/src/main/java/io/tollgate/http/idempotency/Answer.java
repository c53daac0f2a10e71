package io.tollgate.http.idempotency;

import io.tollgate.http.Idempotency;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What a caller was told: kept so that it can be told again without a difference. */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    ResponseEntity<byte[]> first() {
        return ResponseEntity.status(status).headers(httpHeaders()).body(body);
    }

    ResponseEntity<byte[]> again() {
        HttpHeaders headers = httpHeaders();
        headers.set(Idempotency.REPLAYED, "true");
        return ResponseEntity.status(status).headers(headers).body(body);
    }

    private HttpHeaders httpHeaders() {
        HttpHeaders copy = new HttpHeaders();
        headers.forEach(copy::addAll);
        return copy;
    }
}
