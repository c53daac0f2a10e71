package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.BearerTokens;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.caller.Vouched;
import io.tollgate.gateway.limit.AddressLimit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Users whom the issuer of tokens vouches for; who they are here, and what they may do, users-service says. */
@Component
final class BearerUsers {
    private static final String KIND = "bearer";
    private static final String SCHEME = "bearer ";
    private static final String RESOLVE = "/internal/v1/users/resolve";

    private final BearerTokens tokens;
    private final UsersService users;
    private final AddressLimit addresses;
    private final Remembered<User> known;

    BearerUsers(BearerTokens tokens, UsersService users, AddressLimit addresses, Remembered.Memory memory) {
        this.tokens = tokens;
        this.users = users;
        this.addresses = addresses;
        this.known = memory.of(KIND);
    }

    boolean areNamedBy(String authorization) {
        return tokens.areTrusted() && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    Mono<User> whoProves(String authorization, ClientAddress address) {
        String token = authorization.substring(SCHEME.length()).strip();
        return known.recall(
                token,
                () -> tokens.verify(token).flatMap(vouched -> resolved(vouched, address.neighborhood())),
                () -> new CallerRefused.InvalidToken("nobody"));
    }

    private Mono<User> resolved(Vouched vouched, String address) {
        addresses.tryOnce(address);
        return users.ask(KIND, RESOLVE, vouched.question(), VerifiedUser.class)
                .map(UsersService.understood(user -> user.until(vouched.expiresAt())));
    }
}
