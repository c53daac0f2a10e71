package io.tollgate.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The dependency rules of the house, as one line per module:
 *
 * <pre>{@code HouseRules.of("io.tollgate.orders").check();}</pre>
 */
public final class HouseRules {
    private final String module;
    private final JavaClasses classes;
    private final List<ArchRule> rules = new ArrayList<>();
    private final Exemptions exemptions = new Exemptions();

    private HouseRules(String module, JavaClasses classes) {
        this.module = module;
        this.classes = classes;
        if (classes.isEmpty()) {
            throw new AssertionError("No class lies in " + module + ": is the name misspelt?");
        }
    }

    /** For a service, the gateway or the workers: features and their rooms below the module's package. */
    public static HouseRules of(String module) {
        return new HouseRules(module, main(module)).with(new RoomRules(module));
    }

    /** For a library of contracts: no features, no rooms, but the same habits. */
    public static HouseRules ofLibrary(String module) {
        return new HouseRules(module, main(module));
    }

    /** For what lies among tests: the broken miniatures. */
    static HouseRules ofMiniature(String module) {
        return new HouseRules(module, new ClassFileImporter().importPackages(module)).with(new RoomRules(module));
    }

    /**
     * A feature root may also use these packages.
     *
     * @param root the feature's package
     * @param reason why what decides there cannot do without
     */
    public HouseRules rootMayUse(String root, String packages, String reason) {
        exemptions.allow(root, packages, reason);
        return this;
    }

    /**
     * A feature of this module has a room of its own kind, to which the rules of rooms apply like to any other.
     *
     * @param name the package's last part
     * @param reason what speaks there that no room of the house speaks
     */
    public HouseRules room(String name, String reason) {
        exemptions.room(name, reason);
        return this;
    }

    /**
     * A class may wait for a publisher.
     *
     * @param type its full name
     * @param reason on whose thread it waits, and why that is right
     */
    public HouseRules mayBlock(String type, String reason) {
        exemptions.allowBlocking(type, reason);
        return this;
    }

    /**
     * A class may read the time of the machine.
     *
     * @param type its full name
     * @param reason why no Clock can be injected there
     */
    public HouseRules mayReadTime(String type, String reason) {
        exemptions.allowReadingTime(type, reason);
        return this;
    }

    /** Fails with every broken rule at once. */
    public void check() {
        List<String> broken = broken();
        if (!broken.isEmpty()) {
            throw new AssertionError(module + " breaks the rules of the house:\n" + String.join("\n", broken));
        }
    }

    List<String> broken() {
        exemptions.assertReal(classes);
        List<ArchRule> all = new ArrayList<>(rules);
        all.addAll(Habits.all(exemptions));
        return all.stream()
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .toList();
    }

    private HouseRules with(RoomRules rooms) {
        rules.addAll(rooms.all(exemptions));
        return this;
    }

    private static JavaClasses main(String module) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(module);
    }
}
