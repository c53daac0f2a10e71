package io.tollgate.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.admin.AdminApi;
import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans. */
@Command(name = "plans", description = "List, show, check and change plans.")
public final class PlansCommand extends AdminCommand {

    private static final String PLANS = "/admin/v1/plans";

    @Command(description = "List plans; says as well what is wrong with the file of plans.")
    int list() {
        JsonNode plans = api().get(PLANS);
        show(plans.path("items"), "name", "source", "version", "limits", "quotas", "concurrency");
        if (plans.has("fileProblem")) {
            throw new CommandFailed("the file of plans does not count: "
                    + plans.path("fileProblem").asText());
        }
        return 0;
    }

    @Command(description = "Show a plan.")
    int show(@Parameters(paramLabel = "NAME") String name) {
        return show(api().get(PLANS + "/" + encoded(name)));
    }

    @Command(description = "Whether a YAML file declares plans; says line and column of what is wrong.")
    int validate(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--part",
                            description =
                                    "It is to be applied, and need not have all plans as the platform's own file must.")
                    boolean part) {
        JsonNode plans = checked(file, part);
        say(file + " declares " + plans.size() + " plans");
        return 0;
    }

    @Command(description = "Make or change the plans of a YAML file, each in the place of the one with its name.")
    int apply(@Parameters(paramLabel = "FILE") Path file) {
        AdminApi api = api();
        for (JsonNode plan : checked(file, true)) {
            String name = plan.path("name").asText();
            String at = PLANS + "/" + encoded(name);
            JsonNode kept = api.has(at) ? api.put(at, plan) : api.post(PLANS, plan);
            say(name + " has version " + kept.path("version").asText());
        }
        return 0;
    }

    @Command(description = "Remove a plan that no client has.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        api().deleteTagged(PLANS + "/" + encoded(name));
        say(name + " is removed");
        return 0;
    }

    private JsonNode checked(Path file, boolean part) {
        JsonNode answer = api().post(PLANS + "/validation", Map.of("text", read(file), "part", part));
        if (answer.has("problem")) {
            throw new CommandFailed(file + ", " + answer.path("problem").asText());
        }
        return answer.path("plans");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CommandFailed(file + " cannot be read");
        }
    }
}
