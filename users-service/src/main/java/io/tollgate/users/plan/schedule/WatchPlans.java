package io.tollgate.users.plan.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.users.plan.FollowPlanFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at the file of plans again and again. */
@Component
class WatchPlans {
    private static final Logger LOG = LoggerFactory.getLogger(WatchPlans.class);

    private final FollowPlanFile follow;

    WatchPlans(FollowPlanFile follow, MeterRegistry meters) {
        this.follow = follow;
        Gauge.builder("users.plans.file.refused", follow, it -> it.problem().isPresent() ? 1 : 0)
                .description("1 while the file of plans is wrong and the plans before it hold")
                .register(meters);
    }

    @Scheduled(initialDelayString = "${users.plans.look}", fixedDelayString = "${users.plans.look}")
    Mono<Void> round() {
        return follow.look()
                .doOnError(failure -> LOG.warn("The plans could not be looked at; it is tried again", failure))
                .onErrorComplete();
    }
}
