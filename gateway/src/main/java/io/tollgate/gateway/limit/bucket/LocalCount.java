package io.tollgate.gateway.limit.bucket;

import io.tollgate.gateway.limit.Count;
import io.tollgate.gateway.plan.Limit;

/** A count in this process's memory. */
interface LocalCount extends Count {
    Limit limit();

    /** The count to go on with under a changed limit: this one, unless nothing of it can be kept. */
    LocalCount under(Limit changed);
}
