package io.tollgate.users.plan;

import reactor.core.publisher.Mono;

/** Where an installation declares its plans. */
public interface PlanFile {
    /** What it says now; {@link PlanFileRefused} when that cannot be. */
    Mono<PlanPage> read();

    /** What a text would say in its place. */
    Mono<PlanPage> parse(String text);

    /** What a text says of some plans, beside others. */
    Mono<PlanPage> parsePart(String text);
}
