package io.tollgate.gateway.limit.network;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where gateways count together. */
interface Store {
    /** Whether it can be asked now; if not, nobody waits for it. */
    boolean isThere();

    /** What it answers; fails soon, and with it the store is away. */
    CompletionStage<List<Long>> run(Script script, String key, List<String> arguments);

    /** Since when it is away, by {@link System#nanoTime}. */
    long awaySince();

    /** Its own time, in milliseconds, when it was last there. */
    long lastHeard();
}
