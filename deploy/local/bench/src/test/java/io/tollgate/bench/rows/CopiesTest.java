package io.tollgate.bench.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesTest {
    @Test
    void every_row_that_is_meant_is_copied_and_differs_where_it_is_told_to() {
        try (Copies copies = table()) {
            int added = copies.multiply("thing", "name = 'Ada'", 3, Map.of("id", "CONCAT(id, '-', X)"));

            assertThat(added).isEqualTo(6);
            assertThat(copies.update("DELETE FROM thing WHERE id IN ('a-1', 'a-3', 'b-2') AND name = 'Ada'"))
                    .isEqualTo(3);
        }
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        try (Copies copies = table()) {
            assertThatThrownBy(() -> copies.multiply("thing", "1 = 1", 1, Map.of("color", "X")))
                    .hasMessageContaining("color");
        }
    }

    private static Copies table() {
        Copies copies = new Copies("jdbc:h2:mem:;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE");
        copies.update("CREATE TABLE thing (id NVARCHAR(10) NOT NULL, name NVARCHAR(10) NOT NULL, PRIMARY KEY (id))");
        copies.update("INSERT INTO thing (id, name) VALUES ('a', 'Ada'), ('b', 'Ada'), ('c', 'Grace')");
        return copies;
    }
}
