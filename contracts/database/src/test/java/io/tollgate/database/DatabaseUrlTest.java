package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.h2.H2ConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    private static final String VARIABLE = "TOLLGATE_LIBRARY_DB_URL";

    @Test
    void a_file_database_gets_the_dialect_and_the_durability_of_the_platform() {
        DatabaseUrl url = DatabaseUrl.parse(VARIABLE, "r2dbc:h2:file:////data/library");

        assertThat(url.vendor()).isEqualTo(Vendor.H2);
        assertThat(url.jdbc())
                .isEqualTo(
                        "jdbc:h2:file:/data/library;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;"
                                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200;OPTIMIZE_REUSE_RESULTS=FALSE");
        assertThat(url.r2dbc().getValue(H2ConnectionFactoryProvider.OPTIONS))
                .isEqualTo(
                        "MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    @Test
    void an_option_that_is_given_is_kept() {
        DatabaseUrl url =
                DatabaseUrl.parse(VARIABLE, "r2dbc:h2:mem:///library?options=write_delay=500;LOCK_TIMEOUT=50");

        assertThat(url.jdbc()).contains("write_delay=500;LOCK_TIMEOUT=50").doesNotContain("WRITE_DELAY=0");
        assertThat(url.jdbc()).contains("DB_CLOSE_DELAY=-1");
    }

    @Test
    void a_sql_server_is_spoken_to_encrypted_by_both_drivers_unless_told_otherwise() {
        DatabaseUrl url = DatabaseUrl.parse(VARIABLE, "r2dbc:mssql://sa:p%40ss@db.example:1444/library");

        assertThat(url.vendor()).isEqualTo(Vendor.SQLSERVER);
        assertThat(url.jdbc()).startsWith("jdbc:sqlserver://db.example:1444;databaseName={library};encrypt=true");
        assertThat(url.r2dbc().getValue(ConnectionFactoryOptions.SSL)).isEqualTo(true);
        assertThat(url.user()).contains("sa");
        assertThat(url.password()).contains("p@ss");
        assertThat(DatabaseUrl.parse(VARIABLE, "r2dbc:mssql://sa:pw@db.example/library?ssl=false")
                        .jdbc())
                .startsWith("jdbc:sqlserver://db.example:1433")
                .contains("encrypt=false");
    }

    @Test
    void credentials_are_in_no_text_that_may_be_shown() {
        DatabaseUrl url = DatabaseUrl.parse(VARIABLE, "r2dbc:mssql://sa:s3cret@db.example/library");

        assertThat(url.jdbc()).doesNotContain("s3cret");
        assertThat(url).hasToString("SQLSERVER at db.example:1433/library");
    }

    @Test
    void every_unusable_address_names_its_variable_and_shows_no_password() {
        for (String unusable : new String[] {
            "",
            "  ",
            "jdbc:h2:mem:x",
            "r2dbc:h2:tcp://localhost/x",
            "r2dbc:postgresql://u:s3cret@h/x",
            "r2dbc:mssql://u:s3cret@h",
            "r2dbc:mssql://u@h/x"
        }) {
            assertThatThrownBy(() -> DatabaseUrl.parse(VARIABLE, unusable))
                    .isInstanceOf(DatabaseStartFailure.class)
                    .hasMessageStartingWith(VARIABLE)
                    .hasMessageNotContaining("s3cret");
        }
    }
}
