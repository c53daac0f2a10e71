package io.tollgate.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a class lives in a module: {@code <module>} is wiring, {@code <module>.<feature>} a root, one below that a room. */
final class Rooms {
    static final Set<String> CALLING = Set.of("network", "sender", "directory");
    private static final Set<String> KNOWN =
            Set.of("web", "store", "messages", "schedule", "network", "sender", "directory");

    private final String module;

    Rooms(String module) {
        this.module = module;
    }

    /** A room, whatever its name, known or not. */
    DescribedPredicate<JavaClass> room() {
        return DescribedPredicate.describe("in a room", type -> below(type).size() > 1);
    }

    DescribedPredicate<JavaClass> root() {
        return DescribedPredicate.describe(
                "in a feature root", type -> below(type).size() == 1);
    }

    DescribedPredicate<JavaClass> unknownRoom(Set<String> ownRooms) {
        return DescribedPredicate.describe(
                "in a room that the house does not have",
                type -> below(type).size() > 2
                        || roomName(type)
                                .filter(name -> !KNOWN.contains(name) && !ownRooms.contains(name))
                                .isPresent());
    }

    /** Another room than that one, of whatever feature. */
    boolean isOtherRoom(JavaClass from, JavaClass to) {
        return room().test(to) && !from.getPackageName().equals(to.getPackageName());
    }

    boolean isOwn(JavaClass type) {
        return type.getPackageName().equals(module) || type.getPackageName().startsWith(module + '.');
    }

    /** The module's own package, where the parts are put together. */
    boolean isWiring(JavaClass type) {
        return type.getPackageName().equals(module);
    }

    Optional<String> roomName(JavaClass type) {
        List<String> below = below(type);
        return below.size() > 1 ? Optional.of(below.get(1)) : Optional.empty();
    }

    private List<String> below(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(module + '.')
                ? List.of(name.substring(module.length() + 1).split("\\."))
                : List.of();
    }
}
