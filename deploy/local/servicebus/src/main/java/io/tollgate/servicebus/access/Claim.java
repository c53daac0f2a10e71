package io.tollgate.servicebus.access;

import io.tollgate.servicebus.topology.AccessRule.Right;
import java.util.Locale;
import java.util.Set;

/** What a token allows: some rights, on an entity and all below it, until a moment. */
public record Claim(String path, Set<Right> rights, long expiresAt) {

    boolean allows(String entity, Right right, long now) {
        return expiresAt > now && covers(path, entity) && (rights.contains(right) || rights.contains(Right.MANAGE));
    }

    static boolean covers(String scope, String path) {
        String above = scope.toLowerCase(Locale.ROOT);
        String below = path.toLowerCase(Locale.ROOT);
        return above.isEmpty() || below.equals(above) || below.startsWith(above + "/");
    }
}
