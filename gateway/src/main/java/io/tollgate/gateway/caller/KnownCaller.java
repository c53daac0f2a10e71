package io.tollgate.gateway.caller;

import java.util.Map;
import java.util.Optional;

/** Who is asking: an application, and the person it acts for, if any. */
public record KnownCaller(ApiClient client, Optional<User> user) {
    private static final String ATTRIBUTE = KnownCaller.class.getName();

    /** Of a request that was authenticated. */
    public static KnownCaller of(Map<String, Object> attributes) {
        return (KnownCaller) attributes.get(ATTRIBUTE);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }
}
