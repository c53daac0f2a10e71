package io.tollgate.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What clients used. */
@Command(name = "usage", description = "Show what clients used, by operation, status and day.")
public final class UsageCommand extends AdminCommand implements Callable<Integer> {

    @Option(names = "--client", description = "Only this one.")
    private String client;

    @Option(names = "--from", description = "The first day, such as 2026-11-01.")
    private String from;

    @Option(names = "--to", description = "The last day.")
    private String to;

    @Option(names = "--csv", description = "As a table for other programs (RFC 4180).")
    private boolean csv;

    @Override
    public Integer call() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("clientId", client);
        query.put("from", from);
        query.put("to", to);
        if (csv) {
            api().table("/admin/v1/usage?limit=100" + asked(query)).forEach(this::say);
            return 0;
        }
        List<JsonNode> lines = all("/admin/v1/usage", query);
        return show(lines, "day", "clientId", "operation", "status", "calls", "bytesIn", "bytesOut");
    }
}
