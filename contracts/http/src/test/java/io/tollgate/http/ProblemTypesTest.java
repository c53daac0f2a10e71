package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.testing.ProblemRows;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {
    @Test
    void every_shared_type_is_documented() {
        ProblemTypes.all().forEach(type -> ProblemRows.assertDocumented(type.name(), type.status(), type.title()));
    }

    @Test
    void none_is_forgotten_in_the_list() {
        long constants = Stream.of(ProblemTypes.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .count();

        assertThat(ProblemTypes.all()).hasSize((int) constants).doesNotHaveDuplicates();
    }

    @Test
    void a_type_without_a_row_is_found_out() {
        assertThatThrownBy(() -> ProblemRows.assertDocumented("not-found", 410, "There is nothing here"))
                .isInstanceOf(AssertionError.class);
    }
}
