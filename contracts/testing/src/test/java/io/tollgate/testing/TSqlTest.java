package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TSqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT TOP (%d) id FROM outbox WHERE subject IN (:ids) AND position > :position ORDER BY position",
                "SELECT id FROM customer_order ORDER BY id DESC OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY",
                "UPDATE stock SET version = :version WHERE id = :id AND version = :version - 1",
                "INSERT INTO inbox (consumer, id) VALUES (:consumer, :id)",
                "DELETE TOP (100) FROM inbox WHERE received_at < :before"
            })
    void what_both_databases_speak_is_understood(String sql) {
        assertThat(TSql.flaws(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM customer_order LIMIT 3",
                "INSERT INTO inbox (id) VALUES (:id) ON CONFLICT DO NOTHING",
                "SELECT `id` FROM customer_order",
                "UPDATE stock SET version = version + 1 WHERE id = :id RETURNING version"
            })
    void what_only_others_speak_is_not(String sql) {
        assertThat(TSql.flaws(sql)).isNotEmpty();
    }

    @Test
    void a_module_is_told_of_every_foreign_word_in_its_classes_and_scripts() {
        assertThatThrownBy(() -> TSql.assertSpoken("io.tollgate.broken.dialect", "dialect"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "R2dbcOrders.class",
                        "LIMIT 3",
                        "dialect/V1__orders.sql",
                        "BOOLEAN",
                        "id VARCHAR(40) must be NVARCHAR")
                .hasMessageNotContaining("WHERE id = :id");
    }

    @Test
    void a_module_or_folder_without_sql_is_a_misspelt_one() {
        assertThatThrownBy(() -> TSql.assertSpoken("io.tollgate.sound")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> TSql.assertSpoken("io.tollgate.broken.dialect", "db/migrations"))
                .hasMessageContaining("misspelt");
    }
}
