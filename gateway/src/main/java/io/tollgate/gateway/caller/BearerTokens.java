package io.tollgate.gateway.caller;

import reactor.core.publisher.Mono;

/** The tokens of the one issuer that this installation trusts, if it trusts one. */
public interface BearerTokens {
    /** Whether any token is believed at all. */
    boolean areTrusted();

    /** Whom this token is about; {@link CallerRefused.InvalidToken} when it is not to be believed. */
    Mono<Vouched> verify(String token);
}
