package io.tollgate.users.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.UsersTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a year that no other test of the database plays in. */
class TidyTest extends UsersTest {
    private static final Instant BEGAN = Instant.parse("2003-01-01T00:00:00Z");

    @Autowired
    Tidy tidy;

    @Test
    void who_never_proved_an_address_is_gone_after_a_week_and_who_did_stays() {
        register("tidy.forgotten@example.com", Customer.PASSWORD);
        String forgotten = idOf("tidy.forgotten@example.com");
        String proven = customer("tidy.proven@example.com").id();
        execute("UPDATE user_account SET created_at = '2003-01-01T00:00:00' WHERE id IN ('" + forgotten + "', '"
                + proven + "')");

        tidy.handle(BEGAN.plus(Duration.ofDays(7))).block();
        assertThat(count("user_account WHERE id = '" + forgotten + "'")).isOne();

        tidy.handle(BEGAN.plus(Duration.ofDays(7)).plusMillis(1)).block();
        assertThat(count("user_account WHERE id = '" + forgotten + "'")).isZero();
        assertThat(count("account_token WHERE user_id = '" + forgotten + "'")).isZero();
        assertThat(count("user_account WHERE id = '" + proven + "'")).isOne();
        assertThat(count("account_audit WHERE user_id = '" + forgotten + "'")).isGreaterThan(1);
    }

    @Test
    void a_flood_of_registrations_is_gone_with_one_look_and_so_are_old_tokens() {
        execute(
                """
                INSERT INTO user_account (id, email, name, name_key, locale, order_mails, status, verified, roles, password_hash,
                    credential_version, version, created_at)
                SELECT CONCAT('usr_tidy_', X), CONCAT('tidy.flood', X, '@example.com'), 'Flood', 'flood', 'en', 0, 'UNVERIFIED', 0,
                    'customer', 'none', 1, 1, '2003-01-01T00:00:00'
                FROM SYSTEM_RANGE(1, 450)
                """);
        execute(
                """
                INSERT INTO account_token (token_hash, user_id, purpose, expires_at)
                SELECT CONCAT('tidy', X), 'usr_tidy_1', 'RESET', '2003-01-01T00:00:00' FROM SYSTEM_RANGE(1, 1100)
                """);

        tidy.handle(BEGAN.plus(Duration.ofDays(8))).block();

        assertThat(count("user_account WHERE id LIKE 'usr_tidy%'")).isZero();
        assertThat(count("account_token WHERE token_hash LIKE 'tidy%'")).isZero();
    }

    @Test
    void a_token_stays_a_day_after_its_end() {
        String user = customer("tidy.token@example.com").id();
        execute("INSERT INTO account_token (token_hash, user_id, purpose, expires_at) VALUES ('tidyold', '" + user
                + "', 'RESET', '2003-01-01T00:00:00')");

        tidy.handle(BEGAN.plus(Duration.ofDays(1))).block();
        assertThat(count("account_token WHERE token_hash = 'tidyold'")).isOne();

        tidy.handle(BEGAN.plus(Duration.ofDays(1)).plusSeconds(1)).block();
        assertThat(count("account_token WHERE token_hash = 'tidyold'")).isZero();
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }
}
