package io.tollgate.users.usage;

/** Why usage is not shown. */
public abstract sealed class UsageRefused extends RuntimeException {
    UsageRefused(String reason) {
        super(reason, null, false, false);
    }

    /** There is no such client, or it is somebody else's. */
    public static final class NoClient extends UsageRefused {
        public NoClient() {
            super("no such client");
        }
    }
}
