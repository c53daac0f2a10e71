package io.tollgate.gateway.address;

/** Why nobody is listened to from there. */
public abstract sealed class AddressRefused extends RuntimeException {
    AddressRefused(String reason) {
        super(reason, null, false, false);
    }

    /** A trusted proxy's word about the client cannot be read. */
    public static final class Unreadable extends AddressRefused {
        public Unreadable() {
            super("forwarding header is unreadable");
        }
    }

    /** {@code Forwarded} and {@code X-Forwarded-For} name two clients, and nobody guesses which one the proxy wrote. */
    public static final class Contradicting extends AddressRefused {
        public Contradicting() {
            super("forwarding headers contradict each other");
        }
    }

    /** The address is denied, or others are allowed. */
    public static final class NotAllowed extends AddressRefused {
        private final Level level;

        public NotAllowed(Level level) {
            super("address not allowed");
            this.level = level;
        }

        public Level level() {
            return level;
        }
    }

    /** Who says where requests may come from. */
    public enum Level {
        GATEWAY,
        PLAN,
        CLIENT
    }
}
