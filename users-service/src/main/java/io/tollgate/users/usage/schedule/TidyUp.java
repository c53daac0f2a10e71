package io.tollgate.users.usage.schedule;

import io.tollgate.users.usage.TidyUsage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tidies usage again and again; several processes may do it at once. */
@Component("usageTidyUp")
class TidyUp {
    private static final Logger LOG = LoggerFactory.getLogger(TidyUp.class);

    private final TidyUsage tidy;

    TidyUp(TidyUsage tidy) {
        this.tidy = tidy;
    }

    @Scheduled(initialDelayString = "${users.usage.tidy}", fixedDelayString = "${users.usage.tidy}")
    Mono<Void> round() {
        return tidy.handle()
                .doOnError(failure -> LOG.warn("Tidying up usage failed; it is tried again", failure))
                .onErrorComplete();
    }
}
