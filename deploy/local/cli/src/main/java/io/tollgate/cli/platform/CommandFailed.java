package io.tollgate.cli.platform;

/** A command that cannot go on; its message is the one line the user reads. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message) {
        super(message, null, false, false);
    }
}
