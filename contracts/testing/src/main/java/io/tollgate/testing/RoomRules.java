package io.tollgate.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Who may know whom among the features and rooms of one module. */
final class RoomRules {
    private static final Pattern PLAIN = Pattern.compile(String.join(
            "|",
            "java\\..*",
            "reactor\\.core\\.publisher\\..*",
            "reactor\\.util\\.(function|retry|context)\\..*",
            "org\\.reactivestreams\\..*",
            "org\\.slf4j\\..*",
            "jakarta\\.validation\\..*",
            "org\\.springframework\\.stereotype\\.Service",
            "org\\.springframework\\.transaction\\.annotation\\..*",
            "org\\.springframework\\.validation\\.annotation\\.Validated",
            "org\\.springframework\\.boot\\.context\\.properties\\..*",
            "io\\.tollgate\\.values\\..*"));
    private static final Set<String> LIBRARIES = Set.of("values", "database", "http", "delivery", "telemetry");
    private static final String SQL =
            "io\\.r2dbc\\..*|org\\.springframework\\.(data\\.)?r2dbc\\..*|io\\.tollgate\\.database\\..*";
    private static final String CALLS =
            "org\\.springframework\\.web\\.reactive\\.function\\.client\\..*|io\\.github\\.resilience4j\\..*";

    private final String module;
    private final Rooms rooms;

    RoomRules(String module) {
        this.module = module;
        this.rooms = new Rooms(module);
    }

    List<ArchRule> all(Exemptions exemptions) {
        return List.of(
                classes()
                        .that(rooms.room())
                        .should(Dependencies.notBe("another room", rooms::isOtherRoom))
                        .as("rooms do not know each other"),
                classes()
                        .that(rooms.root())
                        .should(Dependencies.notBe(
                                "a room", (root, used) -> rooms.room().test(used)))
                        .as("a root knows no room"),
                classes()
                        .that(rooms.root())
                        .should(Dependencies.notBe(
                                "more than plain Java", (root, used) -> !isPlain(root, used, exemptions)))
                        .as("a root is plain Java, Mono and Flux"),
                noClasses()
                        .that(rooms.room())
                        .and()
                        .areTopLevelClasses()
                        .should()
                        .bePublic()
                        .as("rooms are not public"),
                classes()
                        .should(Dependencies.notLive(rooms.unknownRoom(exemptions.ownRooms())))
                        .as("below a feature there are only the rooms that the house has"),
                slices().matching(module + ".(*)..").should().beFreeOfCycles().as("features form no cycle"),
                classes()
                        .should(Dependencies.notBe("code of another module", (user, used) -> isForeign(used)))
                        .as("a service depends on contracts only"),
                onlyIn(Set.of("messages"), "io\\.tollgate\\.delivery\\..*", "delivery"),
                onlyIn(Set.of("store"), SQL, "SQL"),
                onlyIn(Rooms.CALLING, CALLS, "calls to other processes"));
    }

    private ArchRule onlyIn(Set<String> names, String packages, String what) {
        BiPredicate<JavaClass, JavaClass> misplaced =
                (user, used) -> used.getName().matches(packages)
                        && !rooms.isWiring(user)
                        && rooms.roomName(user).filter(names::contains).isEmpty();
        return classes()
                .should(Dependencies.notBe(what, misplaced))
                .as("only " + String.join(", ", names.stream().sorted().toList()) + " and wiring use " + what);
    }

    private boolean isPlain(JavaClass root, JavaClass used, Exemptions exemptions) {
        return used.isPrimitive()
                || rooms.isOwn(used)
                || PLAIN.matcher(used.getName()).matches()
                || exemptions.mayUse(root, used);
    }

    /** Also catches a library that was renamed and that the other rules would no longer find. */
    private boolean isForeign(JavaClass used) {
        String name = used.getPackageName();
        if (!name.startsWith("io.tollgate") || rooms.isOwn(used)) {
            return false;
        }
        return LIBRARIES.stream().noneMatch(library -> name.equals("io.tollgate." + library));
    }
}
