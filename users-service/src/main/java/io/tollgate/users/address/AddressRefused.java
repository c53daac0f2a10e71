package io.tollgate.users.address;

/** What cannot be done about an address, and why. */
public abstract sealed class AddressRefused extends RuntimeException {
    AddressRefused(String reason) {
        super(reason, null, false, false);
    }

    /** The user has none such. */
    public static final class NotFound extends AddressRefused {
        public NotFound() {
            super("address not found");
        }
    }

    /** The address is no longer what the caller saw. */
    public static final class Stale extends AddressRefused {
        public Stale() {
            super("stale address");
        }
    }

    /** The user has as many as anybody may have. */
    public static final class TooMany extends AddressRefused {
        public TooMany() {
            super("too many addresses");
        }
    }
}
