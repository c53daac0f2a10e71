package io.tollgate.cli.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import io.tollgate.insights.Span;
import io.tollgate.insights.TraceTree;
import io.tollgate.insights.Waterfall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads traces from the local Application Insights. */
public final class Traces {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String insights;

    public Traces(Install install) {
        this.insights = install.url(Processes.INSIGHTS);
    }

    /** The spans that have arrived of a trace, without log lines. */
    public List<Span> spans(String traceId) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(insights + "/traces/" + traceId))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 404) {
                return List.of();
            }
            List<Span> items = JSON.readValue(response.body(), new TypeReference<>() {});
            return items.stream().filter(Span::lasts).toList();
        } catch (IOException e) {
            throw new CommandFailed("traces cannot be read from " + insights + ": " + e + "; is the platform up?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /** The spans of a trace once every process named has reported and none hangs loose. */
    public List<Span> whole(String traceId, Set<String> roles) {
        return Await.until(
                "trace " + traceId + " being whole, with " + roles,
                PATIENCE,
                () -> spans(traceId),
                spans -> TraceTree.of(spans).connected() && roles(spans).containsAll(roles));
    }

    /** A picture of the trace for the terminal. */
    public static String waterfall(List<Span> spans) {
        return String.join("\n", Waterfall.lines(spans));
    }

    private static Set<String> roles(List<Span> spans) {
        return spans.stream().map(Span::role).collect(Collectors.toSet());
    }
}
