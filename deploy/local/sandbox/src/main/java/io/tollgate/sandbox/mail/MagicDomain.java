package io.tollgate.sandbox.mail;

import java.util.Arrays;
import java.util.Locale;

/** The domain of a recipient says what goes wrong; with any other, nothing does. */
enum MagicDomain {
    ORDINARY(""),
    /** 550 for every recipient: refused for good. */
    REFUSED("refused.example"),
    /** 450 for every recipient, whenever it is tried. */
    LATER("later.example"),
    /** 450 the first time that an address is tried. */
    GREYLISTED("greylisted.example"),
    /** Taken and answered after 3 s. */
    SLOW("slow.example"),
    /** Taken, but never answered. */
    HANGING("hanging.example"),
    /** Taken the first time; then the connection is cut instead of an answer. */
    LOST("lost.example");

    private final String domain;

    MagicDomain(String domain) {
        this.domain = domain;
    }

    static MagicDomain of(String address) {
        String name = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(magic -> magic.domain.equals(name))
                .findFirst()
                .orElse(ORDINARY);
    }
}
