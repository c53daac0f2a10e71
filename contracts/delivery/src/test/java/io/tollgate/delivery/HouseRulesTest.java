package io.tollgate.delivery;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.ofLibrary("io.tollgate.delivery")
                .mayBlock("io.tollgate.delivery.Settlement", "on the binder's own thread, which settles its message")
                .mayBlock("io.tollgate.delivery.BackgroundLoop", "on a thread of its own, which no failure may end")
                .check();
    }
}
