package io.tollgate.users.plan.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.tollgate.users.plan.Flaw;
import io.tollgate.users.plan.Flaws;
import io.tollgate.users.plan.KnownWords;
import io.tollgate.users.plan.PlanFileRefused;
import io.tollgate.users.plan.PlanPage;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Plans as YAML; what is wrong is said with line and column, each time in one sentence. */
final class PlanYaml {
    private static final int MOST_SAID = 5;

    private final ObjectMapper json;
    private final KnownWords known;

    PlanYaml(ObjectMapper json, KnownWords known) {
        this.json = json;
        this.known = known;
    }

    /** All plans that there are. */
    PlanPage parse(String text) {
        return parsed(text, page -> page.flawsOfAll(known));
    }

    /** Some plans, beside others. */
    PlanPage parsePart(String text) {
        return parsed(text, page -> page.flaws(known));
    }

    private PlanPage parsed(String text, Function<PlanPage, List<Flaw>> rules) {
        try {
            PlanPage page = read(text);
            refuse(rules.apply(page), text);
            return page;
        } catch (MarkedYAMLException malformed) {
            String place = Optional.ofNullable(malformed.getProblemMark())
                    .map(YamlPlaces::said)
                    .orElse("the file");
            throw new PlanFileRefused(place + ": is not YAML, " + malformed.getProblem());
        } catch (ReaderException unprintable) {
            throw new PlanFileRefused(YamlPlaces.line(text, unprintable.getPosition())
                    + ": is not YAML, has a sign that cannot be printed");
        } catch (YAMLException excessive) {
            throw new PlanFileRefused("the file is too long, nested too deep, or repeats too much of itself");
        }
    }

    private PlanPage read(String text) {
        YamlSize.check(yaml().compose(new StringReader(text)));
        Object tree = yaml().load(text);
        if (tree == null) {
            throw new PlanFileRefused("line 1, column 1: must be an object with the member plans");
        }
        try {
            return json.treeToValue(json.valueToTree(tree), PlanPage.class);
        } catch (JsonMappingException wrong) {
            refuse(List.of(flaw(wrong)), text);
            throw new AssertionError(wrong);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is well-formed", impossible);
        }
    }

    private static Flaw flaw(JsonMappingException wrong) {
        Flaws place = Flaws.none();
        Flaws at = place;
        for (JsonMappingException.Reference step : wrong.getPath()) {
            at = at.at(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        boolean unknown = wrong instanceof UnrecognizedPropertyException;
        at.add("wrong-value", unknown ? "does not exist here" : "has a wrong type, format or value");
        return place.all().get(0);
    }

    private static void refuse(List<Flaw> flaws, String text) {
        if (!flaws.isEmpty()) {
            YamlPlaces places = new YamlPlaces(yaml().compose(new StringReader(text)));
            String said = flaws.stream()
                    .limit(MOST_SAID)
                    .map(flaw -> places.of(flaw.pointer()) + ": " + flaw.pointer() + ' ' + flaw.sentence())
                    .collect(Collectors.joining("; "));
            int more = flaws.size() - MOST_SAID;
            throw new PlanFileRefused(more > 0 ? said + "; and " + more + " more" : said);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }
}
