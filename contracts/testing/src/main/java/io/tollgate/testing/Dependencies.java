package io.tollgate.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Conditions that see both ends of a dependency; ArchUnit's own see the one or the other. */
final class Dependencies {
    private Dependencies() {}

    static ArchCondition<JavaClass> notBe(String what, BiPredicate<JavaClass, JavaClass> forbidden) {
        return new ArchCondition<>("not depend on " + what) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> forbidden.test(user, target(dependency)))
                        .map(Dependency::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(user, description)));
            }
        };
    }

    /** Method references count as calls do: {@code Instant::now} reads the time as well. */
    static ArchCondition<JavaClass> notUse(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getCodeUnitAccessesFromSelf().stream()
                        .filter(use -> forbidden.test(use.getTarget()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(user, use.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> notLive(DescribedPredicate<JavaClass> where) {
        return new ArchCondition<>("not live " + where.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (where.test(type)) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " lives " + where.getDescription()));
                }
            }
        };
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }
}
