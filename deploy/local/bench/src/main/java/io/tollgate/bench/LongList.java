package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.rows.Copies;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;
import java.util.List;
import java.util.Map;

/** A list of one service: how it becomes long, and what is asked of it. */
interface LongList {
    String service();

    /** What the service is told besides the usual. */
    Map<String, String> variables();

    /** Has the service write what is multiplied then. */
    void fill(Platform platform, Service service, Load load, Requests requests);

    /** Makes it this long while the service does not run. */
    void multiply(Copies copies, int rows);

    Call page(Service service, Requests requests, String query);

    List<String> queries();
}
