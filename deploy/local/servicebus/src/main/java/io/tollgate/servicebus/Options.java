package io.tollgate.servicebus;

import java.nio.file.Path;

/**
 * How a bus is run: where it listens (port 0 = any free one; admin port -1 = no admin surface), where it keeps its
 * messages (null = in memory), the root key, and whether locks end when their receiver's link does.
 */
public record Options(
        String host,
        int port,
        int adminPort,
        Path data,
        String keyName,
        String key,
        int maxMessageSize,
        boolean releaseLocksOnDetach) {

    /** The name of the key that may do everything. */
    public static final String ROOT_KEY_NAME = "RootManageSharedAccessKey";

    /** The well-known key of local development; Microsoft's emulator has the same. */
    public static final String DEVELOPMENT_KEY = "SAS_KEY_VALUE";

    private static final int DEFAULT_MAX_MESSAGE_SIZE = 1024 * 1024;

    /** In memory, on the loopback interface, on free ports. */
    public static Options defaults() {
        return new Options("127.0.0.1", 0, -1, null, ROOT_KEY_NAME, DEVELOPMENT_KEY, DEFAULT_MAX_MESSAGE_SIZE, false);
    }

    public Options withHost(String other) {
        return new Options(other, port, adminPort, data, keyName, key, maxMessageSize, releaseLocksOnDetach);
    }

    public Options withPort(int other) {
        return new Options(host, other, adminPort, data, keyName, key, maxMessageSize, releaseLocksOnDetach);
    }

    public Options withAdminPort(int other) {
        return new Options(host, port, other, data, keyName, key, maxMessageSize, releaseLocksOnDetach);
    }

    public Options withData(Path other) {
        return new Options(host, port, adminPort, other, keyName, key, maxMessageSize, releaseLocksOnDetach);
    }

    public Options withKey(String other) {
        return new Options(host, port, adminPort, data, keyName, other, maxMessageSize, releaseLocksOnDetach);
    }

    public Options withReleaseLocksOnDetach(boolean other) {
        return new Options(host, port, adminPort, data, keyName, key, maxMessageSize, other);
    }
}
