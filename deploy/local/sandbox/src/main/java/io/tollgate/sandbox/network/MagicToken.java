package io.tollgate.sandbox.network;

import io.tollgate.sandbox.http.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The means of payment the network knows; each but the first stands for one thing that goes wrong. */
enum MagicToken {
    VISA("tok_visa"),
    DECLINED("tok_declined", "card_declined"),
    INSUFFICIENT_FUNDS("tok_insufficient_funds", "insufficient_funds"),
    /** Authorizes, then refuses the capture. */
    CAPTURE_REFUSED("tok_capture_refused"),
    SLOW("tok_slow", Duration.ofSeconds(3)),
    /** Nothing is charged and nobody is told. */
    TIMEOUT("tok_timeout", Answer.NEVER),
    /** The amount is set aside, but nobody is told. */
    TIMEOUT_CHARGED("tok_timeout_charged", Answer.NEVER),
    /** The first request of each key fails with 500 and does nothing. */
    ERROR_ONCE("tok_error_once");

    private final String token;
    private final String declineCode;
    private final Duration delay;

    MagicToken(String token) {
        this(token, null, Duration.ZERO);
    }

    MagicToken(String token, String declineCode) {
        this(token, declineCode, Duration.ZERO);
    }

    MagicToken(String token, Duration delay) {
        this(token, null, delay);
    }

    MagicToken(String token, String declineCode, Duration delay) {
        this.token = token;
        this.declineCode = declineCode;
        this.delay = delay;
    }

    static Optional<MagicToken> of(String token) {
        return Arrays.stream(values())
                .filter(magic -> magic.token.equals(token))
                .findFirst();
    }

    Optional<String> declineCode() {
        return Optional.ofNullable(declineCode);
    }

    /** How late an authorization is answered. */
    Duration delay() {
        return delay;
    }
}
