package io.tollgate.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What can be decided about a client; what is not named stays, or is the default, and what is named empty is taken away. */
final class ClientOptions {
    private static final String NOTHING = "";

    @Option(names = "--organization", description = "Whose application it is.")
    private String organization;

    @Option(names = "--contact", description = "An e-mail address; again for more.")
    private List<String> contacts;

    @Option(names = "--plan", description = "The name of a plan.")
    private String plan;

    @Option(names = "--scope", split = ",", description = "What it may; again, or with commas, for more.")
    private List<String> scopes;

    @Option(names = "--allow", split = ",", description = "A network it may ask from; again for more.")
    private List<String> allow;

    @Option(names = "--deny", split = ",", description = "A network it may not ask from; again for more.")
    private List<String> deny;

    @Option(names = "--expires", description = "When its keys end, such as 2027-01-01T00:00:00Z.")
    private String expires;

    @Option(names = "--time-zone", description = "Where its days begin, such as Europe/Berlin.")
    private String timeZone;

    @Option(names = "--owner", description = "The id of the user who looks after it.")
    private String owner;

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        put(named, "organization", organization);
        put(named, "contacts", contacts);
        put(named, "plan", plan);
        put(named, "scopes", scopes);
        Map<String, Object> networks = new LinkedHashMap<>();
        put(networks, "allow", allow);
        put(networks, "deny", deny);
        put(named, "networks", networks.isEmpty() ? null : networks);
        put(named, "expiresAt", expires);
        put(named, "timeZone", timeZone);
        put(named, "ownerId", owner);
        return named;
    }

    private static Object given(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().filter(each -> !NOTHING.equals(each)).toList();
        }
        return NOTHING.equals(value) ? null : value;
    }

    static void put(Map<String, Object> named, String name, Object value) {
        if (value != null) {
            named.put(name, given(value));
        }
    }
}
