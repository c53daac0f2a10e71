package io.tollgate.users.credential;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whose API key this is. */
@Service
public class CheckKey {
    private final KeyCredentials credentials;

    public CheckKey(KeyCredentials credentials) {
        this.credentials = credentials;
    }

    public Mono<KeyCredential> handle(KeyHash hash) {
        return credentials.find(hash).switchIfEmpty(Mono.error(CredentialUnknown::new));
    }
}
