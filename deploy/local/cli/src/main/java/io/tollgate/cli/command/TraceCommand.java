package io.tollgate.cli.command;

import io.tollgate.cli.demo.Traces;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.insights.Span;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws one trace. */
@Command(name = "trace", description = "Draw the trace with this id as a waterfall.")
public final class TraceCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Parameters(paramLabel = "TRACE-ID", description = "32 hexadecimal digits, as in an order's timeline.")
    private String traceId;

    @Override
    public Integer call() {
        if (!traceId.matches("[0-9a-f]{32}")) {
            throw new CommandFailed(traceId + " is not a trace id: 32 hexadecimal digits, as in an order's timeline");
        }
        List<Span> spans = new Traces(options.install()).spans(traceId);
        if (spans.isEmpty()) {
            throw new CommandFailed("no span of trace " + traceId + " has arrived");
        }
        Console.say(Traces.waterfall(spans));
        return 0;
    }
}
