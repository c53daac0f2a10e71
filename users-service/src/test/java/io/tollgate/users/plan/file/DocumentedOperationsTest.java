package io.tollgate.users.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ApiContract;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DocumentedOperationsTest {
    @Test
    void what_a_plan_may_name_is_what_the_documents_have_for_callers() {
        Set<String> documented = new TreeSet<>();
        for (String service : new String[] {"users", "orders", "products", "payments"}) {
            documented.addAll(ApiContract.of(service).operations());
        }
        documented.removeIf(operation -> operation.contains(" /internal/"));

        assertThat(documented).isNotEmpty();
        assertThat(new DocumentedOperations().all()).containsExactlyInAnyOrderElementsOf(documented);
    }
}
