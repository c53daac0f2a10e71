package io.tollgate.gateway.usage;

import io.tollgate.values.Ids;
import org.springframework.stereotype.Service;

/** Which gateway this is: another one after each start. */
@Service
public final class GatewayId {
    private final String value;

    public GatewayId(Ids ids) {
        this.value = ids.next("gtw");
    }

    public String value() {
        return value;
    }
}
