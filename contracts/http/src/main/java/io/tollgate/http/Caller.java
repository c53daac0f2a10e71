package io.tollgate.http;

import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Who is asking: an API client with its scopes, and the user it acts for, if any; controllers declare it as a parameter. */
public record Caller(String clientId, Optional<String> userId, Set<String> scopes, Set<String> roles) {
    private static final String ADMIN = "admin";

    public Caller {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    public void requireScope(String scope) {
        if (!scopes.contains(scope)) {
            throw Problem.of(ProblemTypes.MISSING_SCOPE).with("scope", scope).asRefusal();
        }
    }

    /** Refuses who lacks the role; an administrator has them all. */
    public void requireRole(String role) {
        requireUser();
        if (!hasRole(role)) {
            throw Problem.of(ProblemTypes.MISSING_ROLE).with("role", role).asRefusal();
        }
    }

    public boolean hasRole(String role) {
        return userId.isPresent() && (roles.contains(role) || roles.contains(ADMIN));
    }

    /** The acting user's id, or a refusal of a caller who is an application only. */
    public String requireUser() {
        return userId.orElseThrow(() -> Problem.of(ProblemTypes.USER_REQUIRED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tollgate\", charset=\"UTF-8\"")
                .asRefusal());
    }
}
