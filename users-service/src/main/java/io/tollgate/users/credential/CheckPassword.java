package io.tollgate.users.credential;

import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether a user's password is right: one hash, whoever asks and whatever the answer. */
@Service
public class CheckPassword {
    private final UserCredentials credentials;
    private final Passwords passwords;

    public CheckPassword(UserCredentials credentials, Passwords passwords) {
        this.credentials = credentials;
        this.passwords = passwords;
    }

    public Mono<UserCredential> handle(String email, String password) {
        return credentials
                .find(Email.normalized(email))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> proven(found, password));
    }

    private Mono<UserCredential> proven(Optional<UserCredential> found, String password) {
        return passwords
                .matches(password, found.map(UserCredential::hash))
                .filter(matches -> matches)
                .flatMap(matches -> Mono.justOrEmpty(found))
                .switchIfEmpty(Mono.error(CredentialUnknown::new));
    }
}
