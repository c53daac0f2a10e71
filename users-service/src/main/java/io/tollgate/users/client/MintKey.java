package io.tollgate.users.client;

import io.tollgate.values.Ids;
import io.tollgate.values.Randoms;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;

/** Makes keys, of which nobody knows the secret but who is told it now. */
@Service
public class MintKey {
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = Randoms.nonBlocking();

    public MintKey(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    NewKey random(String clientId, KeyEnvironment environment, Optional<Instant> expiresAt) {
        return made(clientId, KeySecret.random(environment, random), expiresAt);
    }

    /** Of a secret that came from outside. */
    NewKey given(String clientId, KeySecret secret) {
        return made(clientId, secret, Optional.empty());
    }

    private NewKey made(String clientId, KeySecret secret, Optional<Instant> expiresAt) {
        return new NewKey(ApiKey.create(ids.next("key"), clientId, secret, expiresAt, clock.instant()), secret);
    }
}
