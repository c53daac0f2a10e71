package io.tollgate.servicebus.topology;

import java.util.Set;

/** A shared access policy: a key's name and what it may do; without a key one is derived from the root key. */
public record AccessRule(String name, String key, Set<Right> rights) {

    public AccessRule {
        rights = Set.copyOf(rights);
    }

    /** What a shared access policy may allow; manage implies the other two. */
    public enum Right {
        SEND,
        LISTEN,
        MANAGE
    }
}
