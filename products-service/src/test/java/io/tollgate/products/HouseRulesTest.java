package io.tollgate.products;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void this_service_keeps_the_rules_of_the_house() {
        HouseRules.of("io.tollgate.products").check();
    }
}
