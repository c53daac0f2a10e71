package io.tollgate.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** API clients. */
@Command(name = "clients", description = "List, show, make and change API clients.")
public final class ClientsCommand extends AdminCommand {

    private static final String CLIENTS = "/admin/v1/clients";

    @Command(description = "List clients, the newest first.")
    int list(
            @Option(names = "--status", description = "active, suspended or closed.") String status,
            @Option(names = "--plan", description = "Only with this plan.") String plan,
            @Option(names = "--owner", description = "Only those of this user.") String owner) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", status);
        query.put("plan", plan);
        query.put("ownerId", owner);
        return show(all(CLIENTS, query), "id", "name", "plan", "status", "scopes", "ownerId");
    }

    @Command(description = "Show a client.")
    int show(@Parameters(paramLabel = "CLIENT") String id) {
        return show(api().get(at(id)));
    }

    @Command(description = "Make a client and its first key.")
    int create(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--environment", description = "What its key is for: live or test.") String environment,
            @Mixin ClientOptions decided) {
        Map<String, Object> client = new LinkedHashMap<>(decided.named());
        client.put("name", name);
        ClientOptions.put(client, "environment", environment);
        JsonNode made = api().post(CLIENTS, client);
        return showSecret(made, made.path("key"), "client " + made.path("id").asText());
    }

    @Command(description = "Change what is named about a client.")
    int change(
            @Parameters(paramLabel = "CLIENT") String id,
            @Option(names = "--name", description = "What it is called.") String name,
            @Mixin ClientOptions decided) {
        Map<String, Object> patch = new LinkedHashMap<>(decided.named());
        ClientOptions.put(patch, "name", name);
        return show(api().patch(at(id), patch));
    }

    @Command(description = "Let nothing of a client in until it is resumed.")
    int suspend(@Parameters(paramLabel = "CLIENT") String id) {
        return show(api().patch(at(id), Map.of("status", "suspended")));
    }

    @Command(description = "Let a suspended client in again.")
    int resume(@Parameters(paramLabel = "CLIENT") String id) {
        return show(api().patch(at(id), Map.of("status", "active")));
    }

    @Command(description = "Close a client for ever, and revoke its keys.")
    int close(@Parameters(paramLabel = "CLIENT") String id) {
        return show(api().patch(at(id), Map.of("status", "closed")));
    }

    private static String at(String id) {
        return CLIENTS + "/" + encoded(id);
    }
}
