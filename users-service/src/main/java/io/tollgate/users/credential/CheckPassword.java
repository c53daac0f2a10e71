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

    /** Of whoever signs in with an address; an account that may not sign in is as unknown as one that does not exist. */
    public Mono<UserCredential> handle(String email, String password) {
        return proven(credentials.find(Email.normalized(email)), password);
    }

    /** Of a user who has signed in and is to prove it once more. */
    public Mono<UserCredential> ofUser(String userId, String password) {
        return proven(credentials.find(userId), password);
    }

    private Mono<UserCredential> proven(Mono<UserCredential> credential, String password) {
        return credential
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> matching(found, password))
                .filter(UserCredential::usable)
                .switchIfEmpty(Mono.error(CredentialUnknown::new));
    }

    private Mono<UserCredential> matching(Optional<UserCredential> found, String password) {
        return passwords
                .matches(password, found.map(UserCredential::hash).filter(PasswordHash::isSet))
                .filter(matches -> matches)
                .flatMap(matches -> Mono.justOrEmpty(found));
    }
}
