package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.caller.Password;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.caller.Users;
import io.tollgate.gateway.limit.AddressLimit;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Users as users-service knows them: each unknown password costs it a tenth of a second, so they wait in a fair queue. */
@Component
final class DirectoryUsers implements Users {
    private static final String KIND = "password";
    private static final String VERIFY = "/internal/v1/passwords/verify";

    private final UsersService users;
    private final AddressLimit addresses;
    private final FairQueue queue;
    private final Remembered<User> known;

    DirectoryUsers(UsersService users, AddressLimit addresses, FairQueue queue, Remembered.Memory memory) {
        this.users = users;
        this.addresses = addresses;
        this.queue = queue;
        this.known = memory.of(KIND);
    }

    @Override
    public Mono<User> whoProves(String authorization, String address) {
        return known.recall(authorization, () -> Mono.justOrEmpty(BasicScheme.parse(authorization))
                .flatMap(password -> verified(password, address)));
    }

    private Mono<User> verified(Password password, String address) {
        addresses.tryOnce(address);
        Map<String, String> question = Map.of("email", password.email(), "password", password.secret());
        return queue.inTurn(
                address,
                users.ask(KIND, VERIFY, question, VerifiedPassword.class).map(VerifiedPassword::user));
    }
}
