package io.tollgate.gateway.address;

import java.util.List;
import java.util.Optional;

/** Lists of networks in CIDR form. */
public final class Networks {
    private Networks() {}

    /** Whether each is one. */
    public static boolean areReadable(List<String> texts) {
        return read(texts).isPresent();
    }

    static Optional<NetworkSet> read(List<String> texts) {
        List<Network> networks = texts.stream()
                .map(String::strip)
                .flatMap(text -> Network.parse(text).stream())
                .toList();
        return networks.size() == texts.size() ? Optional.of(new NetworkSet(networks)) : Optional.empty();
    }
}
