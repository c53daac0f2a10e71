package io.tollgate.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a module is let off, each with its reason; an exemption that exempts nothing is a mistake and fails. */
final class Exemptions {
    private record Allowance(String root, String packages) {}

    private final List<Allowance> allowances = new ArrayList<>();
    private final Set<String> blocking = new HashSet<>();
    private final Set<String> readingTime = new HashSet<>();
    private final Set<String> ownRooms = new HashSet<>();

    void allow(String root, String packages, String reason) {
        requireReason(reason);
        allowances.add(new Allowance(root, packages));
    }

    void allowBlocking(String type, String reason) {
        requireReason(reason);
        blocking.add(type);
    }

    void allowReadingTime(String type, String reason) {
        requireReason(reason);
        readingTime.add(type);
    }

    void room(String name, String reason) {
        requireReason(reason);
        ownRooms.add(name);
    }

    Set<String> ownRooms() {
        return ownRooms;
    }

    boolean mayUse(JavaClass user, JavaClass used) {
        return allowances.stream()
                .anyMatch(allowance -> user.getPackageName().equals(allowance.root)
                        && JavaClass.Predicates.resideInAPackage(allowance.packages)
                                .test(used));
    }

    DescribedPredicate<JavaClass> mayBlock() {
        return DescribedPredicate.describe(
                "may block", type -> blocking.contains(outermost(type).getFullName()));
    }

    DescribedPredicate<JavaClass> mayReadTime() {
        return DescribedPredicate.describe(
                "may read the time",
                type -> readingTime.contains(outermost(type).getFullName()));
    }

    void assertReal(JavaClasses classes) {
        for (Allowance allowance : allowances) {
            if (classes.stream().noneMatch(user -> isUsed(allowance, user))) {
                throw new AssertionError(allowance + " exempts nothing");
            }
        }
        for (String room : ownRooms) {
            if (classes.stream().noneMatch(type -> type.getPackageName().endsWith('.' + room))) {
                throw new AssertionError("There is no room " + room);
            }
        }
        Stream.of(blocking, readingTime).flatMap(Set::stream).forEach(type -> {
            if (!classes.contain(type)) {
                throw new AssertionError(type + " is let off, but does not exist");
            }
        });
    }

    private static boolean isUsed(Allowance allowance, JavaClass user) {
        return user.getPackageName().equals(allowance.root)
                && user.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> JavaClass.Predicates.resideInAPackage(allowance.packages)
                                .test(dependency.getTargetClass()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Exemptions::outermost).orElse(type);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an exemption has a reason");
        }
    }
}
