package io.tollgate.users.client;

import java.util.Set;

/** What cannot be done about a client, and why. */
public abstract sealed class ClientRefused extends RuntimeException {
    ClientRefused(String reason) {
        super(reason, null, false, false);
    }

    /** There is no plan of this name. */
    public static final class UnknownPlan extends ClientRefused {
        public UnknownPlan() {
            super("unknown plan");
        }
    }

    /** There are no such scopes. */
    public static final class UnknownScopes extends ClientRefused {
        private final transient Set<String> scopes;

        public UnknownScopes(Set<String> scopes) {
            super("unknown scopes");
            this.scopes = scopes;
        }

        public Set<String> scopes() {
            return scopes;
        }
    }

    /** The plan does not go as far. */
    public static final class ScopesBeyondPlan extends ClientRefused {
        private final transient Set<String> scopes;

        public ScopesBeyondPlan(Set<String> scopes) {
            super("scopes beyond the plan");
            this.scopes = scopes;
        }

        public Set<String> scopes() {
            return scopes;
        }
    }

    /** There is no such user. */
    public static final class UnknownOwner extends ClientRefused {
        public UnknownOwner() {
            super("unknown owner");
        }
    }
}
