package io.tollgate.payments;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.of("io.tollgate.payments").check();
    }
}
