package io.tollgate.gateway;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_gateway_keeps_the_rules_of_the_house() {
        HouseRules.of("io.tollgate.gateway")
                .room("otel", "writes spans and the timer with the SDK: nobody else knows whose tracing it is")
                .room("bucket", "holds bucket4j: the limits above it do not know how tokens are counted")
                .rootMayUse(
                        "io.tollgate.gateway.hygiene",
                        "org.springframework.util.unit..",
                        "a size in configuration is a DataSize")
                .mayBlock(
                        "io.tollgate.gateway.usage.schedule.Reports",
                        "waits for the last report, on the thread that ends the process")
                .check();
    }
}
