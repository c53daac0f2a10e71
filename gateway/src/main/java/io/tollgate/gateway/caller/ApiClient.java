package io.tollgate.gateway.caller;

import java.util.Set;

/** The application that asks, named by its API key. */
public record ApiClient(String id, Plan plan, Set<String> scopes, long credentialVersion) implements Verified {
    public ApiClient {
        scopes = Set.copyOf(scopes);
    }
}
