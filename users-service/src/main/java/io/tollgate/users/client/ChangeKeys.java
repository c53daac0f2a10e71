package io.tollgate.users.client;

import io.tollgate.users.audit.Origin;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes, rotates and revokes the keys of a client, one after the other. */
@Service
public class ChangeKeys {
    private final ReadClient read;
    private final Keys keys;
    private final MintKey mint;
    private final KeepKey keep;
    private final Clock clock;

    public ChangeKeys(ReadClient read, Keys keys, MintKey mint, KeepKey keep, Clock clock) {
        this.read = read;
        this.keys = keys;
        this.mint = mint;
        this.keep = keep;
        this.clock = clock;
    }

    @Transactional
    public Mono<NewKey> create(ClientRef ref, KeyEnvironment environment, Optional<Instant> expiresAt, Origin origin) {
        return read.hold(ref)
                .map(client -> mint.random(client.id(), environment, expiresAt))
                .flatMap(made -> keep.add(made, origin));
    }

    /** Another key in its place, which ends when the old one would have ended if it is not given another end. */
    @Transactional
    public Mono<NewKey> rotate(ClientRef ref, String keyId, Rotation rotation, Origin origin) {
        return read.hold(ref)
                .flatMap(client -> live(client, keyId).flatMap(key -> rotate(client, key, rotation, origin)));
    }

    /** Doing it twice is doing it once. */
    @Transactional
    public Mono<Void> revoke(ClientRef ref, String keyId, Origin origin) {
        return read.hold(ref).flatMap(client -> find(client, keyId)
                .filter(key -> key.revokedAt().isEmpty())
                .flatMap(key -> keep.end(client, "key-revoked", key, key.revoked(clock.instant()), origin)));
    }

    private Mono<NewKey> rotate(Client client, ApiKey old, Rotation rotation, Origin origin) {
        ApiKey ending = old.endingAt(clock.instant().plus(rotation.overlap()));
        NewKey made =
                mint.random(client.id(), old.environment(), rotation.expiresAt().or(old::expiresAt));
        return keep.replace(client, old, ending, made, origin);
    }

    private Mono<ApiKey> live(Client client, String keyId) {
        return find(client, keyId)
                .filter(key -> key.status(clock.instant()) == KeyStatus.ACTIVE)
                .switchIfEmpty(Mono.error(ClientRefused.KeyNotActive::new));
    }

    private Mono<ApiKey> find(Client client, String keyId) {
        return keys.find(client.id(), keyId).switchIfEmpty(Mono.error(ClientRefused.NotFound::new));
    }
}
