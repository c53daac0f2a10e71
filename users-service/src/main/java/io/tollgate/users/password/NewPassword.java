package io.tollgate.users.password;

import io.tollgate.users.credential.CheckPassword;
import io.tollgate.users.credential.CredentialUnknown;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.Passwords;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.TokenInvalid;
import io.tollgate.users.token.TokenSecret;
import io.tollgate.users.token.UseToken;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The costly half of setting a password, before its transaction; empty for whom it is not done, whom the other half refuses. */
@Service
public class NewPassword {
    static final Set<Purpose> RESET = Set.of(Purpose.RESET);

    private final Passwords passwords;
    private final CheckPassword check;
    private final UseToken tokens;

    public NewPassword(Passwords passwords, CheckPassword check, UseToken tokens) {
        this.passwords = passwords;
        this.check = check;
        this.tokens = tokens;
    }

    /** A stranger's guess at a token is not worth a hash. */
    public Mono<Optional<PasswordHash>> forToken(TokenSecret token, String password) {
        return tokens.check(token, RESET)
                .then(Mono.defer(() -> passwords.hash(password)))
                .map(Optional::of)
                .onErrorResume(TokenInvalid.class, invalid -> Mono.just(Optional.empty()));
    }

    public Mono<Optional<PasswordHash>> forUser(String userId, String current, String password) {
        return check.ofUser(userId, current)
                .flatMap(proven -> passwords.hash(password))
                .map(Optional::of)
                .onErrorResume(CredentialUnknown.class, wrong -> Mono.just(Optional.empty()));
    }
}
