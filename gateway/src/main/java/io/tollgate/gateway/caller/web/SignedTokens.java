package io.tollgate.gateway.caller.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.AsciiString;
import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.caller.Tokens;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.http.Caller;
import io.tollgate.http.CallerTokenSigner;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Signs a token once and uses it for as long as it has a minute left. */
@Component
final class SignedTokens implements Tokens {
    private static final Duration SPARE = Duration.ofSeconds(60);
    private static final Caller GATEWAY = new Caller("gateway", Optional.empty(), Set.of("internal"), Set.of());
    private static final String OWN_PLAN = "internal";

    private final CallerTokenSigner signer;
    private final Cache<Key, AsciiString> tokens;

    SignedTokens(SigningKeys keys, CallerProperties properties, Clock clock, Ids ids) {
        this.signer = new CallerTokenSigner(keys.ring(), clock, ids);
        this.tokens = Caffeine.newBuilder()
                .maximumSize(properties.maxKnown())
                .expireAfterWrite(CallerTokenSigner.LIFETIME.minus(SPARE))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CharSequence of(KnownCaller caller, Plan plan, String audience) {
        return tokens.get(
                Key.of(caller, plan, audience),
                unsigned -> bearer(signer.sign(audience, named(caller, plan), plan.name())));
    }

    @Override
    public String ofGateway(String audience) {
        return tokens.get(Key.ofGateway(audience), unsigned -> bearer(signer.sign(audience, GATEWAY, OWN_PLAN)))
                .toString();
    }

    /** In the bytes that are sent: a string of this length would be looked at letter by letter, twice, in each request. */
    private static AsciiString bearer(String token) {
        return AsciiString.of("Bearer " + token);
    }

    private static Caller named(KnownCaller caller, Plan plan) {
        return new Caller(
                caller.client().id(),
                caller.user().map(User::id),
                caller.client().scopes().stream().filter(plan::permits).collect(Collectors.toUnmodifiableSet()),
                caller.user().map(User::roles).orElse(Set.of()));
    }

    /** A changed role or credential has another version, a changed plan other scopes, and so another token. */
    private record Key(
            String client,
            long clientVersion,
            String plan,
            Set<String> planScopes,
            String user,
            long userVersion,
            String audience) {
        static Key of(KnownCaller caller, Plan plan, String audience) {
            ApiClient client = caller.client();
            String user = caller.user().map(User::id).orElse("");
            long version = caller.user().map(User::credentialVersion).orElse(0L);
            return new Key(
                    client.id(), client.credentialVersion(), plan.name(), plan.scopes(), user, version, audience);
        }

        static Key ofGateway(String audience) {
            return new Key(GATEWAY.clientId(), 0, OWN_PLAN, Set.of(), "", 0, audience);
        }
    }
}
