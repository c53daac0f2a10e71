package io.tollgate.users;

import io.tollgate.users.bootstrap.BootstrapAdmin;
import io.tollgate.users.bootstrap.FirstAdmin;
import io.tollgate.users.plan.FollowPlanFile;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the plans hold and lets the first administrator in at the start; the process is not ready before. */
@Component
class BootstrapHealthIndicator implements HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(BootstrapHealthIndicator.class);

    private final Optional<FirstAdmin> admin;
    private final FollowPlanFile plans;
    private final BootstrapAdmin bootstrap;
    private volatile boolean done;

    BootstrapHealthIndicator(BootstrapProperties properties, FollowPlanFile plans, BootstrapAdmin bootstrap) {
        this.plans = plans;
        this.admin =
                Optional.of(properties.admin()).filter(text -> !text.isBlank()).map(FirstAdmin::parse);
        this.bootstrap = bootstrap;
    }

    /** Spring subscribes to what a listener returns. */
    @EventListener(ApplicationStartedEvent.class)
    Mono<Void> start() {
        return plans.look()
                .then(Mono.justOrEmpty(admin))
                .flatMap(bootstrap::handle)
                .filter(admitted -> admitted)
                .doOnNext(admitted -> log.info("The first administrator may sign in"))
                .then(Mono.fromRunnable(() -> done = true));
    }

    @Override
    public Health health() {
        return done ? Health.up().build() : Health.outOfService().build();
    }
}
