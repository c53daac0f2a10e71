package io.tollgate.http.idempotency;

import io.tollgate.http.Idempotency;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.server.ServerWebExchange;

/** The key as the caller sent it: one header of visible ASCII. */
final class IdempotencyKey {
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    private IdempotencyKey() {}

    static Optional<String> of(ServerWebExchange exchange) {
        List<String> sent = exchange.getRequest().getHeaders().getOrEmpty(Idempotency.HEADER);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || !VISIBLE.matcher(sent.get(0)).matches()) {
            throw Problem.of(ProblemTypes.IDEMPOTENCY_KEY_INVALID)
                    .detail("Send one key of 1 to 255 visible ASCII characters.")
                    .asRefusal();
        }
        return Optional.of(sent.get(0));
    }
}
