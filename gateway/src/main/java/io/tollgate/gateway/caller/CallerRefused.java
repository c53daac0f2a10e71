package io.tollgate.gateway.caller;

import java.time.Duration;

/** Why nobody is listened to. */
public abstract sealed class CallerRefused extends RuntimeException {
    CallerRefused(String reason) {
        super(reason, null, false, false);
    }

    /** The request has no API key. */
    public static final class NoKey extends CallerRefused {
        public NoKey() {
            super("no API key");
        }
    }

    /** The request has several API keys, and nobody guesses which one is meant. */
    public static final class ManyKeys extends CallerRefused {
        public ManyKeys() {
            super("several API keys");
        }
    }

    /** The request has several Authorization headers, and nobody guesses who is meant. */
    public static final class ManyAuthorizations extends CallerRefused {
        public ManyAuthorizations() {
            super("several authorizations");
        }
    }

    /** The API key is nobody's, or no longer. */
    public static final class UnknownKey extends CallerRefused {
        public UnknownKey() {
            super("unknown API key");
        }
    }

    /** The operation is for signed-in users only. */
    public static final class NoUser extends CallerRefused {
        public NoUser() {
            super("no user");
        }
    }

    /** The credentials are no user's: which half of them is wrong is not said. */
    public static final class UnknownUser extends CallerRefused {
        public UnknownUser() {
            super("unknown user");
        }
    }

    /** The bearer token is not to be believed; the fault is counted and not told. */
    public static final class InvalidToken extends CallerRefused {
        private final String fault;

        public InvalidToken(String fault) {
            super("invalid token");
            this.fault = fault;
        }

        public String fault() {
            return fault;
        }
    }

    /** The application has not the scope that the operation asks for. */
    public static final class MissingScope extends CallerRefused {
        private final String scope;

        public MissingScope(String scope) {
            super("missing scope");
            this.scope = scope;
        }

        public String scope() {
            return scope;
        }
    }

    /** Who knows the callers cannot be asked, or has not been heard for too long. */
    public static final class DirectoryAway extends CallerRefused {
        private final transient Duration retryAfter;

        public DirectoryAway(Duration retryAfter) {
            super("directory away");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Too many unknown passwords wait to be verified. */
    public static final class DirectoryBusy extends CallerRefused {
        private final transient Duration retryAfter;

        public DirectoryBusy(Duration retryAfter) {
            super("directory busy");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Too many wrong passwords were tried; it is not said whether there is such a user. */
    public static final class TooManySignIns extends CallerRefused {
        private final String rule;
        private final transient Duration retryAfter;

        public TooManySignIns(String rule, Duration retryAfter) {
            super("too many sign-ins");
            this.rule = rule;
            this.retryAfter = retryAfter;
        }

        public String rule() {
            return rule;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
