package io.tollgate.gateway.caller.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.ApiClients;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.limit.AddressLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** API clients as users-service knows them; it is told a hash of the key, never the key. */
@Component
final class DirectoryApiClients implements ApiClients {
    private static final String KIND = "api-key";
    private static final String VERIFY = "/internal/v1/api-keys/verify";

    private final UsersService users;
    private final FollowedPlans plans;
    private final AddressLimit addresses;
    private final Remembered<ApiClient> known;
    private final Cache<String, Boolean> unknown;

    DirectoryApiClients(
            UsersService users,
            FollowedPlans plans,
            AddressLimit addresses,
            Remembered.Memory memory,
            CallerProperties properties) {
        this.users = users;
        this.plans = plans;
        this.addresses = addresses;
        this.known = memory.of(KIND);
        this.unknown = Caffeine.newBuilder()
                .maximumSize(properties.maxKnown() / 10)
                .expireAfterWrite(properties.unknownFor())
                .build();
    }

    @Override
    public Mono<ApiClient> withKey(String apiKey, ClientAddress address) {
        return known.recall(apiKey, () -> verified(apiKey, address.neighborhood()), CallerRefused.UnknownKey::new);
    }

    private Mono<ApiClient> verified(String apiKey, String address) {
        String hash = sha256(apiKey);
        if (unknown.getIfPresent(hash) != null) {
            return Mono.empty();
        }
        addresses.tryOnce(address);
        return users.ask(KIND, VERIFY, Map.of("hash", hash), VerifiedKey.class)
                .map(UsersService.understood(VerifiedKey::client))
                .flatMap(client -> plans.learn(client.planName()).thenReturn(client))
                .switchIfEmpty(Mono.fromRunnable(() -> unknown.put(hash, true)));
    }

    private static String sha256(String apiKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(apiKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
