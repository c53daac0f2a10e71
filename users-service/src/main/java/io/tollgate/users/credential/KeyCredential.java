package io.tollgate.users.credential;

import java.util.Set;

/** What an API key proves: the client, its plan and what it may do. */
public record KeyCredential(String clientId, String name, Plan plan, Set<String> scopes, long version) {}
