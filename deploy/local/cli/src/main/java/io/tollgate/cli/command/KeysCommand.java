package io.tollgate.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The keys of API clients. */
@Command(name = "keys", description = "List, make, rotate and revoke the keys of a client.")
public final class KeysCommand extends AdminCommand {

    @Command(description = "List the keys of a client.")
    int list(@Parameters(paramLabel = "CLIENT") String client) {
        return show(
                api().get(of(client)).path("items"), "id", "prefix", "status", "createdAt", "expiresAt", "lastUsedAt");
    }

    @Command(description = "Make another key.")
    int create(
            @Parameters(paramLabel = "CLIENT") String client,
            @Option(names = "--environment", description = "What it is for: live or test.") String environment,
            @Option(names = "--expires", description = "When it ends, such as 2027-01-01T00:00:00Z.") String expires) {
        Map<String, Object> key = new LinkedHashMap<>();
        ClientOptions.put(key, "environment", environment);
        ClientOptions.put(key, "expiresAt", expires);
        return shown(api().post(of(client), key), client);
    }

    @Command(description = "Put another key in the place of one; both are good for a while.")
    int rotate(
            @Parameters(paramLabel = "CLIENT") String client,
            @Parameters(paramLabel = "KEY") String key,
            @Option(names = "--overlap", description = "For how many seconds (default: a day).") Integer overlap,
            @Option(names = "--expires", description = "When it ends, if not when the other would have.")
                    String expires) {
        Map<String, Object> rotation = new LinkedHashMap<>();
        ClientOptions.put(rotation, "overlapSeconds", overlap);
        ClientOptions.put(rotation, "expiresAt", expires);
        return shown(api().post(of(client) + "/" + encoded(key) + "/rotation", rotation), client);
    }

    @Command(description = "Revoke a key: it stops everywhere within 5 seconds.")
    int revoke(@Parameters(paramLabel = "CLIENT") String client, @Parameters(paramLabel = "KEY") String key) {
        api().delete(of(client) + "/" + encoded(key));
        say(key + " is revoked");
        return 0;
    }

    private int shown(JsonNode key, String client) {
        return showSecret(key, key, "client " + client);
    }

    private static String of(String client) {
        return "/admin/v1/clients/" + encoded(client) + "/keys";
    }
}
