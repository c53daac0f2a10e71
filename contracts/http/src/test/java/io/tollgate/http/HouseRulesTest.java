package io.tollgate.http;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_habits_of_the_house_hold() {
        HouseRules.ofLibrary("io.tollgate.http")
                .mayBlock(
                        "io.tollgate.http.idempotency.RecordPurge",
                        "subscribes to its own timer, from the start of the process to its end")
                .check();
    }
}
