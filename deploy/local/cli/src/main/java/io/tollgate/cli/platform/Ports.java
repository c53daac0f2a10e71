package io.tollgate.cli.platform;

import io.tollgate.cli.platform.ProcessSpec.PortKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each listener gets: its usual one, the one its variable names, or (in tests) any that is free. */
public interface Ports {
    int LOWEST_FREE = 10_000;
    int FIRST_OUTGOING = 32_768;

    int of(PortKey key);

    /** The usual ports, each moved by its environment variable. */
    static Ports fromEnvironment(Map<String, String> environment) {
        return key -> {
            String value = environment.get(key.variable());
            if (value == null || value.isBlank()) {
                return key.usual();
            }
            try {
                int port = Integer.parseInt(value.strip());
                if (port > 0 && port < 65536) {
                    return port;
                }
            } catch (NumberFormatException notANumber) {
                // answered below, with the name of the variable
            }
            throw new CommandFailed(key.variable() + "=" + value + " is not a port between 1 and 65535");
        };
    }

    /**
     * A free port for each key, the same one at every call and no other key's, though nobody listens there yet. Chosen below
     * those that systems give to outgoing connections, which would take it while its process is away.
     */
    static Ports free() {
        Map<String, Integer> ports = new ConcurrentHashMap<>();
        Set<Integer> taken = ConcurrentHashMap.newKeySet();
        return key -> ports.computeIfAbsent(key.variable(), variable -> freePort(taken));
    }

    /** Whether nobody listens on a loopback port now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort(Set<Integer> taken) {
        return ThreadLocalRandom.current()
                .ints(LOWEST_FREE, FIRST_OUTGOING)
                .filter(Ports::isFree)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }
}
