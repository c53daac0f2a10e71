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
    EXPIRED_CARD("tok_expired_card", "expired_card"),
    STOLEN_CARD("tok_stolen_card", "stolen_card"),
    /** Sets nothing aside before the customer has confirmed it with a code. */
    CONFIRMED("tok_3ds"),
    /** Authorizes, then refuses the capture. */
    CAPTURE_REFUSED("tok_capture_refused"),
    /** Captures, then refuses every refund. */
    REFUND_REFUSED("tok_refund_refused"),
    SLOW("tok_slow", Duration.ofSeconds(3)),
    /** Answered when hardly anybody waits any more. */
    LATE("tok_late", Duration.ofSeconds(8)),
    /** Answered after a moment; whoever repeats the request meanwhile gets the same answer a second time. */
    DUPLICATE("tok_duplicate", Duration.ofMillis(500)),
    /** What is captured is left out of the settlement file. */
    SETTLEMENT_MISSING("tok_settlement_missing"),
    /** What is captured stands in the settlement file twice, once under a name that nobody has used. */
    SETTLEMENT_EXTRA("tok_settlement_extra"),
    /** What is captured is one minor unit more in the settlement file. */
    SETTLEMENT_AMOUNT("tok_settlement_amount"),
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
        return Arrays.stream(values()).filter(magic -> magic.is(token)).findFirst();
    }

    boolean is(String used) {
        return token.equals(used);
    }

    Optional<String> declineCode() {
        return Optional.ofNullable(declineCode);
    }

    /** How late an authorization is answered. */
    Duration delay() {
        return delay;
    }
}
