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

    /** There is none for whoever asks. */
    public static final class NotFound extends ClientRefused {
        public NotFound() {
            super("client not found");
        }
    }

    /** It is no longer what the caller saw. */
    public static final class Stale extends ClientRefused {
        public Stale() {
            super("stale client");
        }
    }

    /** It is closed for ever. */
    public static final class Closed extends ClientRefused {
        public Closed() {
            super("client closed");
        }
    }

    /** Two of its keys live already. */
    public static final class TooManyKeys extends ClientRefused {
        public TooManyKeys() {
            super("too many keys");
        }
    }

    /** The key has ended. */
    public static final class KeyNotActive extends ClientRefused {
        public KeyNotActive() {
            super("key not active");
        }
    }
}
