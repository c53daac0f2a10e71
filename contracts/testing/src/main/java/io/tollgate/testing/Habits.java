package io.tollgate.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** What holds in every line of the house, whatever it is a part of. */
final class Habits {
    private static final Pattern WAITING =
            Pattern.compile("block(First|Last|Optional)?|subscribe(With)?|toFuture|toIterable|toStream");
    private static final Pattern DATES = Pattern.compile("java\\.time\\.(Instant|\\w*Date|\\w*Time|Year\\w*|MonthDay)");
    private static final Pattern INJECTING =
            Pattern.compile("org\\.springframework\\..*\\.Autowired|jakarta\\.(inject\\.Inject|annotation\\.Resource)");

    private Habits() {}

    static List<ArchRule> all(Exemptions exemptions) {
        return List.of(
                classes()
                        .that(DescribedPredicate.not(exemptions.mayBlock()))
                        .should(Dependencies.notUse("what waits for a publisher", Habits::waits))
                        .as("nobody waits for a publisher or subscribes to one on the side"),
                classes()
                        .that(DescribedPredicate.not(exemptions.mayReadTime()))
                        .should(Dependencies.notUse("a clock of its own", Habits::readsTheTime))
                        .as("nobody reads the time but from the injected Clock"),
                classes()
                        .should(Dependencies.notUse(
                                "random identifiers", target -> is(target, "java.util.UUID", "randomUUID")))
                        .as("nobody makes identifiers but with the injected Ids"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
                        .as("configuration is a record of @ConfigurationProperties, not @Value"),
                noFields()
                        .should()
                        .beAnnotatedWith(DescribedPredicate.describe("an injecting annotation", annotation -> INJECTING
                                .matcher(annotation.getRawType().getName())
                                .matches()))
                        .as("what a class needs comes through its constructor"));
    }

    private static boolean waits(CodeUnitAccessTarget target) {
        return WAITING.matcher(target.getName()).matches()
                && JavaClass.Predicates.assignableTo("org.reactivestreams.Publisher")
                        .test(target.getOwner());
    }

    private static boolean readsTheTime(CodeUnitAccessTarget target) {
        boolean now = target.getName().equals("now")
                && target.getRawParameterTypes().isEmpty()
                && DATES.matcher(target.getOwner().getName()).matches();
        return now || is(target, "java.time.Clock", "system.*") || is(target, "java.lang.System", "currentTimeMillis");
    }

    private static boolean is(CodeUnitAccessTarget target, String owner, String name) {
        return target.getOwner().getName().equals(owner) && target.getName().matches(name);
    }
}
