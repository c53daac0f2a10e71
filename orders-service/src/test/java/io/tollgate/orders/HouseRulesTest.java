package io.tollgate.orders;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void orders_keeps_the_rules_of_the_house() {
        HouseRules.of("io.tollgate.orders").check();
    }
}
