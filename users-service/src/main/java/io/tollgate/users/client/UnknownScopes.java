package io.tollgate.users.client;

import java.util.Set;

/** There are no such scopes. */
public final class UnknownScopes extends ClientRefused {
    private final transient Set<String> scopes;

    public UnknownScopes(Set<String> scopes) {
        super("unknown scopes");
        this.scopes = scopes;
    }

    public Set<String> scopes() {
        return scopes;
    }
}
