package io.tollgate.gateway.caller.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tollgate.gateway.caller.CallerRefused.TooManySignIns;
import io.tollgate.gateway.caller.SignInProperties;
import io.tollgate.gateway.caller.directory.Fingerprints.Fingerprint;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Slows wrong passwords down without locking the rightful user out; says the same of users that do not exist. */
@Component
final class SignIns {
    private final SignInProperties properties;
    private final Fingerprints fingerprints;
    private final Clock clock;
    private final MeterRegistry meters;
    // a lookup by tags is dear, and who floods is refused again and again
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();
    private final Cache<Fingerprint, Tally> pairs;
    private final Cache<String, Tally> addresses;
    private final Cache<Fingerprint, StrangersTries> users;
    private final Cache<Fingerprint, Boolean> familiar;

    SignIns(SignInProperties properties, Fingerprints fingerprints, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.meters = meters;
        this.pairs = cache("pairs", properties.forgetAfter());
        this.addresses = cache("addresses", properties.forgetAfter());
        this.users = cache("users", properties.forgetAfter());
        this.familiar = cache("familiar", properties.familiarFor());
    }

    /** Refuses a try that has to wait; one that begins counts as wrong until it is said how it ended. */
    SignIn begin(String user, String address) {
        String name = Normalizer.normalize(user, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        Fingerprint pair = fingerprints.of(address + ' ' + name);
        Tally own = pairs.get(pair, unseen -> tally(properties.freeTries()));
        SignIn signIn = new SignIn(familiar.getIfPresent(pair) != null);
        signIn.onSuccess(() -> remember(pair));
        if (!signIn.isFamiliar()) {
            begin(signIn, address, fingerprints.of(name), own.hasWrong());
        }
        admit("user-and-address", own.begin(clock.instant()), signIn);
        signIn.onNoAnswer(own::takeBack);
        return signIn;
    }

    private void begin(SignIn signIn, String address, Fingerprint user, boolean wasWrong) {
        Tally ofAddress = addresses.get(address, unseen -> tally(properties.freeTriesOfAddress()));
        admit("address", ofAddress.begin(clock.instant()), signIn);
        signIn.onTakeBack(ofAddress::takeBack);
        // where many users sign in, a few wrong passwords among many right ones are no attack
        signIn.onSuccess(ofAddress::takeBack);
        StrangersTries ofUser = users.get(
                user,
                unseen ->
                        new StrangersTries(properties.strangersTries(), properties.strangersEvery(), clock.instant()));
        admit("user", ofUser.begin(clock.instant(), wasWrong), signIn);
        signIn.onTakeBack(ofUser::takeBack);
    }

    private void admit(String rule, Duration wait, SignIn signIn) {
        if (!wait.isZero()) {
            signIn.takeBack();
            refused.computeIfAbsent(rule, this::counter).increment();
            throw new TooManySignIns("sign-in:" + rule, wait);
        }
    }

    private Counter counter(String rule) {
        return meters.counter("tollgate.gateway.sign.ins.refused", "rule", rule);
    }

    private void remember(Fingerprint pair) {
        pairs.invalidate(pair);
        familiar.put(pair, true);
    }

    private Tally tally(int free) {
        return new Tally(free, properties.firstDelay(), properties.longestDelay());
    }

    private <K, V> Cache<K, V> cache(String what, Duration idle) {
        Cache<K, V> cache = Caffeine.newBuilder()
                .maximumSize(properties.remembered())
                .expireAfterAccess(idle)
                .build();
        meters.gauge("tollgate.gateway.sign.ins.remembered", Tags.of("what", what), cache, Cache::estimatedSize);
        return cache;
    }
}
