package io.tollgate.users.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.users.UsersTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

class AuditControllerTest extends UsersTest {
    private String client;

    @BeforeEach
    void threeDeeds() {
        client = post(
                        admin(),
                        "/admin/v1/clients",
                        Map.of(
                                "name",
                                "Tea",
                                "plan",
                                "free",
                                "scopes",
                                List.of("catalog:read"),
                                "contacts",
                                List.of("canary@example.com")))
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION)
                .replaceFirst(".*/", "");
        String uri = "/admin/v1/clients/" + client;
        patch(admin(), uri, "\"v1\"", Map.of("plan", "partner")).expectStatus().isOk();
        patch(admin(), uri, "\"v2\"", Map.of("plan", "partner")).expectStatus().isOk();
        post(admin(), uri + "/keys", Map.of()).expectStatus().isCreated();
    }

    @Test
    void who_did_what_is_there_and_no_address() {
        get(admin(), "/admin/v1/audit?subject=" + client)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].deed")
                .isEqualTo("key-created")
                .jsonPath("$.items[1].before.plan")
                .isEqualTo("free")
                .jsonPath("$.items[1].after.plan")
                .isEqualTo("partner")
                .jsonPath("$.items[1].userId")
                .isEqualTo("usr_root")
                .jsonPath("$.items[1].clientId")
                .isEqualTo("cli_desk")
                .jsonPath("$.items[1].traceId")
                .exists()
                .jsonPath("$.items[2].before")
                .doesNotExist();
        assertThat(count("admin_audit WHERE state_after LIKE '%canary@%'")).isZero();
    }

    @Test
    void roles_and_sign_in_of_users_are_audited_and_what_changes_nothing_is_not() {
        Customer ann = customer(unique("audited") + "@example.com");
        String uri = "/admin/v1/users/" + ann.id();
        post(admin(), uri + "/deactivation", Map.of()).expectStatus().isOk();
        post(admin(), uri + "/deactivation", Map.of()).expectStatus().isOk();

        get(admin(), "/admin/v1/audit?subject=" + ann.id())
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].deed")
                .isEqualTo("user-deactivated")
                .jsonPath("$.items[0].before.status")
                .isEqualTo("ACTIVE");
    }

    @Test
    void an_audit_that_nobody_touched_is_intact() {
        verification()
                .jsonPath("$.intact")
                .isEqualTo(true)
                .jsonPath("$.entries")
                .isEqualTo((int) count("admin_audit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin_audit", "account_audit"})
    void what_was_done_is_neither_changed_nor_taken_away_by_who_writes_it(String audit) {
        customer(unique("written") + "@example.com");
        long entries = count(audit);
        assertThat(entries).isPositive();

        for (String change : List.of("UPDATE %s SET happened_at = '2020-01-01T00:00:00'", "DELETE FROM %s")) {
            assertThatThrownBy(() -> run(change.formatted(audit))).hasMessageContaining(audit + " is only added to");
        }

        assertThat(count(audit)).isEqualTo(entries);
    }

    @Test
    void an_altered_entry_is_found() {
        long entry = count("admin_audit") - 1;
        tamper("UPDATE admin_audit SET deed = 'client-sold' WHERE entry = " + entry);
        broken(entry, "altered");
        tamper("UPDATE admin_audit SET deed = 'client-changed' WHERE entry = " + entry);
        an_audit_that_nobody_touched_is_intact();
    }

    @Test
    void a_missing_entry_is_found_wherever_it_was() {
        long last = count("admin_audit");
        tamper("UPDATE admin_audit SET entry = -1 WHERE entry = " + (last - 1));
        tamper("UPDATE admin_audit SET entry = " + (last + 1000) + " WHERE entry = -1");
        broken(last - 1, "missing");
        tamper("UPDATE admin_audit SET entry = " + (last - 1) + " WHERE entry = " + (last + 1000));

        tamper("UPDATE admin_audit SET entry = " + (last + 1000) + " WHERE entry = " + last);
        broken(last, "missing");
        tamper("UPDATE admin_audit SET entry = " + last + " WHERE entry = " + (last + 1000));
        an_audit_that_nobody_touched_is_intact();
    }

    @Test
    void entries_that_changed_places_are_found() {
        long last = count("admin_audit");
        swap(last - 1, last);
        broken(last - 1, "altered");
        swap(last - 1, last);
        an_audit_that_nobody_touched_is_intact();
    }

    private void swap(long one, long other) {
        tamper("UPDATE admin_audit SET entry = -1 WHERE entry = " + one);
        tamper("UPDATE admin_audit SET entry = " + one + " WHERE entry = " + other);
        tamper("UPDATE admin_audit SET entry = " + other + " WHERE entry = -1");
    }

    private void broken(long entry, String flaw) {
        verification()
                .jsonPath("$.intact")
                .isEqualTo(false)
                .jsonPath("$.broken.entry")
                .isEqualTo((int) entry)
                .jsonPath("$.broken.flaw")
                .isEqualTo(flaw);
    }

    private BodyContentSpec verification() {
        return get(admin(), "/admin/v1/audit/verification")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    /** As whoever may alter the table, and not only write it. */
    private void tamper(String sql) {
        run("DROP TRIGGER tr_admin_audit_append_only");
        run(sql);
        run(
                """
                CREATE TRIGGER tr_admin_audit_append_only BEFORE UPDATE, DELETE ON admin_audit
                FOR EACH ROW CALL 'io.tollgate.database.AppendOnly'
                """);
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
