package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class RowsStatementTest {
    private static final String ONE =
            """
            MERGE INTO tally AS kept
            USING (SELECT CAST(:id AS NVARCHAR(40)) AS id, CAST(:more AS BIGINT) AS more) AS told
            ON kept.id = told.id
            WHEN MATCHED THEN UPDATE SET total = kept.total + told.more
            WHEN NOT MATCHED THEN INSERT (id, total) VALUES (told.id, told.more);
            """;

    @Test
    void what_is_said_for_many_rows_is_one_statement_that_sql_server_speaks_too() {
        String ten = RowsStatement.of(ONE).text(10);

        assertThat(ten).contains(":id_0", ":more_9").doesNotContain(":id ", "_10");
        TSql.assertStatement(ten);
        TSql.assertStatement(RowsStatement.of(ONE).text(100));
    }

    @Test
    void a_statement_without_a_row_or_with_more_than_sql_server_takes_is_refused_when_it_is_written() {
        assertThatThrownBy(() -> RowsStatement.of("DELETE FROM tally")).isInstanceOf(IllegalArgumentException.class);
        String wide = ":c, ".repeat(21) + ":d";
        assertThatThrownBy(() -> RowsStatement.of("INSERT INTO tally SELECT * FROM (SELECT " + wide + ") AS told"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
