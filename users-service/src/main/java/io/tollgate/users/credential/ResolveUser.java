package io.tollgate.users.credential;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who it is that an issuer of tokens has vouched for: the gateway checked the token, what the user may do is known here. */
@Service
public class ResolveUser {
    private final UserCredentials credentials;

    public ResolveUser(UserCredentials credentials) {
        this.credentials = credentials;
    }

    public Mono<UserCredential> withId(String userId) {
        return usable(credentials.find(userId));
    }

    public Mono<UserCredential> withEmail(String email) {
        return usable(credentials.find(Email.normalized(email)));
    }

    private static Mono<UserCredential> usable(Mono<UserCredential> found) {
        return found.filter(UserCredential::usable).switchIfEmpty(Mono.error(CredentialUnknown::new));
    }
}
