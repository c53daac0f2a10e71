package io.tollgate.gateway.quota;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where counts come from. */
public interface Leases {
    /** Those that there are; a client whose plan has no such quota is left out. Fails when nobody can be asked. */
    Mono<List<Lease>> lease(List<LeaseWanted> wanted);
}
