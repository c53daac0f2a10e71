package io.tollgate.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.admin.AdminApi;
import io.tollgate.cli.admin.Table;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import io.tollgate.cli.platform.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the commands of the administration have in common: who asks, where, and how the answer is shown. */
abstract class AdminCommand {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlatformOptions options;

    @Option(names = "--json", description = "Show the answer as JSON.", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(
            names = "--url",
            description = "The address of the administration (default: this platform's).",
            defaultValue = "${env:TOLLGATE_ADMIN_URL}",
            scope = ScopeType.INHERIT)
    private String url;

    AdminApi api() {
        if (!options.hasState()) {
            throw new CommandFailed("there is no platform here: ./tollgate up makes one");
        }
        Install install = options.install();
        String address = url == null || url.isBlank() ? install.url(Processes.GATEWAY_ADMIN) : url;
        return new AdminApi(
                address,
                install.secrets().adminApiKey(),
                Secrets.ADMIN_EMAIL,
                install.secrets().adminPassword());
    }

    /** All pages of a list. */
    List<JsonNode> all(String path, Map<String, String> query) {
        AdminApi api = api();
        List<JsonNode> items = new ArrayList<>();
        String address = path + "?limit=100" + asked(query);
        JsonNode page = api.get(address);
        page.path("items").forEach(items::add);
        while (page.has("next")) {
            page = api.get(address + "&after=" + page.path("next").asText());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    int show(Iterable<JsonNode> items, String... columns) {
        if (json) {
            items.forEach(item -> say(item.toString()));
        } else {
            Table.of(items, List.of(columns)).forEach(this::say);
        }
        return 0;
    }

    int show(JsonNode object) {
        say(json ? object.toString() : object.toPrettyString());
        return 0;
    }

    void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    static String asked(Map<String, String> query) {
        StringBuilder text = new StringBuilder();
        query.forEach((name, value) -> {
            if (value != null) {
                text.append('&').append(name).append('=').append(encoded(value));
            }
        });
        return text.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A secret is shown once, apart from what may be kept. */
    int showSecret(JsonNode made, JsonNode key, String what) {
        if (json) {
            return show(made);
        }
        say(what);
        say("its key " + key.path("id").asText() + ", shown this once: "
                + key.path("secret").asText());
        return 0;
    }
}
