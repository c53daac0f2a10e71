package io.tollgate.bench.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final String KEPT = "jdbc:h2:mem:kept;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE";

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
    void copies_are_not_copied_however_many_there_are() {
        try (Copies copies = table()) {
            int added = copies.multiply("thing", "name = 'Ada'", 15_000, Map.of("id", "CONCAT(id, '-', X)"));

            assertThat(added).isEqualTo(30_000);
            assertThat(copies.update("DELETE FROM thing")).isEqualTo(30_003);
        }
    }

    @Test
    void keys_and_indexes_are_there_again() {
        try (Copies kept = new Copies(KEPT)) {
            make(kept);
            kept.update("CREATE INDEX ix_thing_name ON thing (name)");
            kept.update("CREATE TABLE part (id NVARCHAR(10) REFERENCES thing (id))");
            List<String> before = kept.keysAndIndexes();
            try (Copies copies = new Copies(KEPT)) {
                copies.multiply("thing", "name = 'Ada'", 2, Map.of("id", "CONCAT(id, '-', X)"));
                assertThat(copies.keysAndIndexes()).isEmpty();
            }

            assertThat(before).hasSize(3);
            assertThat(kept.keysAndIndexes()).containsExactlyInAnyOrderElementsOf(before);
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
        make(copies);
        return copies;
    }

    private static void make(Copies copies) {
        copies.update("CREATE TABLE thing (id NVARCHAR(10) NOT NULL, name NVARCHAR(10) NOT NULL, PRIMARY KEY (id))");
        copies.update("INSERT INTO thing (id, name) VALUES ('a', 'Ada'), ('b', 'Ada'), ('c', 'Grace')");
    }
}
