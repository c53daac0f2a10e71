package io.tollgate.servicebus.access;

import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.topology.AccessRule.Right;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** The claims one connection has shown. */
public final class Claims {

    private static final int MOST = 1000;

    private final AccessKeys keys;
    private final LongSupplier clock;
    private final Map<String, Claim> byPath = new HashMap<>();

    public Claims(AccessKeys keys, LongSupplier clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Takes a token, or refuses it. */
    public void put(String token) {
        Claim claim = keys.verify(token, clock.getAsLong());
        if (byPath.size() >= MOST) {
            byPath.values().removeIf(old -> old.expiresAt() <= clock.getAsLong());
        }
        if (byPath.size() >= MOST) {
            throw Refused.resourceLimit("This connection has shown " + MOST + " claims already.");
        }
        byPath.put(claim.path().toLowerCase(Locale.ROOT), claim);
    }

    /** Takes a key itself, for as long as the connection lasts. */
    public void logIn(String keyName, String key) {
        Claim claim = keys.verify(keyName, key);
        byPath.put(claim.path().toLowerCase(Locale.ROOT), claim);
    }

    public boolean allow(String entity, Right right) {
        long now = clock.getAsLong();
        return byPath.values().stream().anyMatch(claim -> claim.allows(entity, right, now));
    }

    public void require(String entity, Right right) {
        if (!allow(entity, right)) {
            String wanted = right.name().charAt(0) + right.name().substring(1).toLowerCase(Locale.ROOT);
            throw Refused.unauthorized("Unauthorized access. '" + wanted
                    + "' claim(s) are required to perform this operation. Resource: '" + entity + "'.");
        }
    }
}
