package io.tollgate.delivery;

import java.util.Set;

/** Whose rows are looked for: those of some destinations, or those of all but some. */
record Destinations(boolean areThese, Set<String> names) {

    static Destinations only(Set<String> names) {
        return new Destinations(true, Set.copyOf(names));
    }

    static Destinations allBut(Set<String> names) {
        return new Destinations(false, Set.copyOf(names));
    }

    boolean isNone() {
        return areThese && names.isEmpty();
    }

    boolean isAll() {
        return !areThese && names.isEmpty();
    }
}
