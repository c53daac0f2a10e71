package io.tollgate.users;

import io.tollgate.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.of("io.tollgate.users")
                .room("hashing", "the one place with the password hash's library and its threads")
                .room("file", "the one place that reads the file of plans")
                .check();
    }
}
