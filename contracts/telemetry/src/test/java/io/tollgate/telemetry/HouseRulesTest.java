package io.tollgate.telemetry;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.ofLibrary("io.tollgate.telemetry").check();
    }
}
