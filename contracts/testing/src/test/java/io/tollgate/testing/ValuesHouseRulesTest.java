package io.tollgate.testing;

import org.junit.jupiter.api.Test;

/** The rules for values are held here: this module needs values, so values cannot need this module. */
class ValuesHouseRulesTest {
    @Test
    void values_keeps_the_rules_of_the_house() {
        HouseRules.ofLibrary("io.tollgate.values")
                .mayReadTime("io.tollgate.values.MicrosecondClock", "is the Clock that everybody else is given")
                .check();
    }
}
