package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.caller.Users;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Users as users-service knows them, by whatever proves them. */
@Component
final class DirectoryUsers implements Users {
    private final PasswordUsers byPassword;
    private final BearerUsers byToken;

    DirectoryUsers(PasswordUsers byPassword, BearerUsers byToken) {
        this.byPassword = byPassword;
        this.byToken = byToken;
    }

    @Override
    public Mono<User> whoProves(String authorization, ClientAddress address) {
        return byToken.areNamedBy(authorization)
                ? byToken.whoProves(authorization, address)
                : byPassword.whoProves(authorization, address);
    }
}
