package io.tollgate.gateway.limit.network;

import io.lettuce.core.RedisURI;
import io.tollgate.values.InvalidVariable;
import java.net.URI;

/** Reads TOLLGATE_REDIS_URL; what is wrong with it is said without saying what it is. */
final class RedisAddress {
    private static final String VARIABLE = "TOLLGATE_REDIS_URL";

    private RedisAddress() {}

    static RedisURI parse(String url) {
        try {
            URI uri = URI.create(url.strip());
            boolean scheme = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
            if (!scheme || uri.getHost() == null) {
                throw InvalidVariable.because(VARIABLE, "is not redis://host:port or rediss://host:port", null);
            }
            return RedisURI.create(uri);
        } catch (IllegalArgumentException unreadable) {
            throw InvalidVariable.because(VARIABLE, "is not a Redis address", null);
        }
    }
}
