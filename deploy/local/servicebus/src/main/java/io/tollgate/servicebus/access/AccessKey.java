package io.tollgate.servicebus.access;

import io.tollgate.servicebus.topology.AccessRule.Right;
import java.util.Set;

/** A shared access key of the namespace (empty scope) or of one entity. */
public record AccessKey(String scope, String name, String key, Set<Right> rights) {

    public AccessKey {
        rights = Set.copyOf(rights);
    }

    /** What an SDK client needs to connect with this key. */
    public String connectionString(int port) {
        return "Endpoint=sb://localhost:" + port + ";SharedAccessKeyName=" + name + ";SharedAccessKey=" + key
                + ";UseDevelopmentEmulator=true;";
    }

    boolean covers(String path) {
        return Claim.covers(scope, path);
    }

    /** Says which key it is, not the key. */
    @Override
    public String toString() {
        return (scope.isEmpty() ? "" : scope + "/") + name + rights;
    }
}
