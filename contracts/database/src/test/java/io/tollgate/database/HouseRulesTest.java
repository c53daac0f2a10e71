package io.tollgate.database;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.ofLibrary("io.tollgate.database")
                .mayBlock("io.tollgate.database.Handover", "an operator: it subscribes for its subscriber")
                .mayBlock("io.tollgate.database.Transactions", "a roll-back whose caller has left")
                .check();
    }
}
