package io.tollgate.users.credential.hashing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tollgate.users.credential.HashingBusy;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.Passwords;
import io.tollgate.values.Randoms;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Argon2id, on threads of its own; every computed hash is counted. */
@Component
class Argon2Passwords implements Passwords {
    private static final int SALT_LENGTH = 16;

    private final HashingProperties cost;
    private final HashingThreads threads;
    private final Timer hashes;
    private final SecureRandom random = Randoms.nonBlocking();
    private final Argon2 nobody;

    Argon2Passwords(HashingProperties cost, HashingThreads threads, MeterRegistry meters) {
        this.cost = cost;
        this.threads = threads;
        this.hashes = meters.timer("users.password.hashes");
        this.nobody = new Argon2(cost.memory(), cost.iterations(), cost.parallelism(), salt(), new byte[32]);
    }

    @Override
    public Mono<PasswordHash> hash(String password) {
        return inTurn(() -> new PasswordHash(Argon2.of(cost, salt(), password).encoded()));
    }

    @Override
    public Mono<Boolean> matches(String password, Optional<PasswordHash> hash) {
        return inTurn(() -> hash.map(PasswordHash::encoded)
                .map(Argon2::parse)
                .orElse(nobody)
                .matches(password));
    }

    private <T> Mono<T> inTurn(Callable<T> hashing) {
        return Mono.fromCallable(() -> hashes.recordCallable(hashing))
                .subscribeOn(threads.scheduler())
                .onErrorMap(RejectedExecutionException.class, full -> new HashingBusy());
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
