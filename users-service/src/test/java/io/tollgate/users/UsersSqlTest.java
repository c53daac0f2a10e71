package io.tollgate.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.TSql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.users", "db/migration/common");
    }

    /** What a trigger does is checked but for THROW, which the grammar does not know in one. */
    @ParameterizedTest
    @ValueSource(strings = {"V4_1__admin_audit_append_only.sql", "V4_2__account_audit_append_only.sql"})
    void the_triggers_of_sql_server_refuse_changes_of_an_audit(String script) throws IOException {
        try (InputStream text = UsersSqlTest.class.getResourceAsStream("/db/migration/sqlserver/" + script)) {
            String trigger = new String(text.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            String table = script.replaceAll("V4_.__(\\w+)_append_only.sql", "$1");

            assertThat(trigger).contains("ON " + table + " INSTEAD OF UPDATE, DELETE AS\nTHROW 51000, '" + table);
            TSql.assertStatement(trigger.replaceAll("THROW .*", "DELETE FROM " + table));
        }
    }
}
