package io.tollgate.workers;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_workers_keep_the_rules_of_the_house() {
        HouseRules.of("io.tollgate.workers")
                .rootMayUse(
                        "io.tollgate.workers.intent",
                        "reactor.core..",
                        "it is the one stream on which every intent is worked on, and decides nothing")
                .check();
    }
}
