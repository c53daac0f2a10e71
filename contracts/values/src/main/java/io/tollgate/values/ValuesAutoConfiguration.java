package io.tollgate.values;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The one clock and the one source of identifiers of a process. */
@AutoConfiguration
public class ValuesAutoConfiguration {
    /** Ticks in microseconds, as the databases keep them: what a POST answers is what a later GET reads. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new MicrosecondClock();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(Clock clock) {
        return new TimeOrderedIds(clock);
    }
}
