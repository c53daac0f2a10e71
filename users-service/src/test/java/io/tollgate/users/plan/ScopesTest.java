package io.tollgate.users.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ApiContract;
import io.tollgate.users.UsersTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScopesTest extends UsersTest {
    @Autowired
    Scopes scopes;

    @Test
    void a_client_can_be_allowed_what_the_documents_ask_for_and_nothing_else() {
        Set<String> asked = new TreeSet<>();
        for (String service : new String[] {"users", "orders", "products", "payments"}) {
            asked.addAll(ApiContract.of(service).scopes());
        }
        asked.remove("internal");

        assertThat(scopes.scopes()).containsExactlyInAnyOrderElementsOf(asked);
    }
}
