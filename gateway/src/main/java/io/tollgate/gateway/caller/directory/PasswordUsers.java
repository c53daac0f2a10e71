package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.Password;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.limit.AddressLimit;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Users who prove themselves by a password: each unknown password costs it a tenth of a second, so they wait in a fair queue. */
@Component
final class PasswordUsers {
    private static final String KIND = "password";
    private static final String VERIFY = "/internal/v1/passwords/verify";

    private final UsersService users;
    private final AddressLimit addresses;
    private final SignIns signIns;
    private final FairQueue queue;
    private final Remembered<User> known;

    PasswordUsers(
            UsersService users, AddressLimit addresses, SignIns signIns, FairQueue queue, Remembered.Memory memory) {
        this.users = users;
        this.addresses = addresses;
        this.signIns = signIns;
        this.queue = queue;
        this.known = memory.of(KIND);
    }

    Mono<User> whoProves(String authorization, ClientAddress address) {
        return known.recall(
                authorization,
                () -> Mono.justOrEmpty(BasicScheme.parse(authorization))
                        .flatMap(password -> verified(password, address.neighborhood())),
                CallerRefused.UnknownUser::new);
    }

    private Mono<User> verified(Password password, String address) {
        SignIn signIn = signIns.begin(password.email(), address);
        return Mono.defer(() -> inTurn(password, address, signIn))
                .doOnError(failure -> notAnswered(signIn, failure))
                .map(user -> {
                    signIn.succeeded();
                    return user;
                });
    }

    /** Who was refused before a hash was computed has cost nothing; a time-out has. */
    private static void notAnswered(SignIn signIn, Throwable failure) {
        if (failure instanceof CallerRefused.DirectoryAway) {
            signIn.noAnswer();
        } else {
            signIn.takeBack();
        }
    }

    /** How many an address may try at all holds for strangers: many users may be at home behind one address. */
    private Mono<User> inTurn(Password password, String address, SignIn signIn) {
        if (!signIn.isFamiliar()) {
            addresses.tryOnce(address);
        }
        Map<String, String> question = Map.of("email", password.email(), "password", password.secret());
        return queue.inTurn(
                address,
                signIn.isFamiliar(),
                users.ask(KIND, VERIFY, question, VerifiedUser.class).map(UsersService.understood(VerifiedUser::user)));
    }
}
