package io.tollgate.users.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class UserControllerTest extends UsersTest {
    private static final String USERS = "/admin/v1/users";

    @Test
    void users_are_found_by_how_their_address_or_name_begins_and_by_status_and_role() {
        Customer ann = customer("zoe.findme@example.com");
        register("zoe.unproven@example.com", Customer.PASSWORD);

        assertThat(ids("?q=ZOE.find")).containsExactly(ann.id());
        assertThat(ids("?q=zoe.&status=ACTIVE")).containsExactly(ann.id());
        assertThat(ids("?q=zoe.&role=admin")).isEmpty();
        assertThat(ids("?q=zoe%25")).isEmpty();
        assertThat(ids("?q=ann%20ex&limit=100")).contains(ann.id());
        problem(get(admin(), USERS + "?status=GONE"), 400, "validation-failed");
        problem(get(admin(), USERS + "?after=nonsense"), 400, "validation-failed");
    }

    @Test
    void a_list_is_read_page_by_page_the_newest_first() {
        for (int i = 0; i < 3; i++) {
            register("paged" + i + "@example.com", Customer.PASSWORD);
        }
        String next = get(admin(), USERS + "?q=paged&limit=2")
                .expectHeader()
                .exists(HttpHeaders.LINK)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("next")
                .toString();

        assertThat(ids("?q=paged&limit=2")).containsExactly(idOf("paged2@example.com"), idOf("paged1@example.com"));
        assertThat(ids("?q=paged&limit=2&after=" + next)).containsExactly(idOf("paged0@example.com"));
    }

    @Test
    void a_changed_role_is_in_the_next_sign_in_and_gateways_hear_of_it() {
        Customer ann = customer("promoted@example.com");
        String uri = USERS + "/" + ann.id();
        String feed = "credential_change WHERE subject_id = '" + ann.id() + "'";
        long before = count(feed);

        patch(admin(), uri, tag(admin(), uri), Map.of("roles", List.of("customer", "support")))
                .expectStatus()
                .isOk();

        signIn(ann.email(), Customer.PASSWORD)
                .expectBody()
                .jsonPath("$.roles[1]")
                .isEqualTo("support");
        assertThat(count(feed)).isEqualTo(before + 1);
        assertThat(ids("?role=support&q=promoted")).containsExactly(ann.id());
        problem(patch(admin(), uri, tag(admin(), uri), Map.of("roles", List.of("emperor"))), 400, "validation-failed");
    }

    @Test
    void the_last_administrator_stays() {
        String root = USERS + "/" + idOf(ADMIN_EMAIL.toLowerCase());

        problem(
                patch(admin(), root, tag(admin(), root), Map.of("roles", List.of("customer"))),
                409,
                "last-administrator");
        problem(act(root + "/deactivation"), 409, "last-administrator");
    }

    @Test
    void who_is_deactivated_cannot_sign_in_until_reactivated() {
        Customer ann = customer("paused@example.com");
        String uri = USERS + "/" + ann.id();

        act(uri + "/deactivation").expectStatus().isOk();
        act(uri + "/deactivation").expectStatus().isOk();
        signIn(ann.email(), Customer.PASSWORD).expectStatus().isNotFound();
        assertThat(count("outbox WHERE type = 'users.user-deactivated.v1' AND subject = '" + ann.id() + "'"))
                .isOne();

        act(uri + "/reactivation").expectStatus().isOk();
        signIn(ann.email(), Customer.PASSWORD).expectStatus().isOk();
    }

    @Test
    void only_administrators_look_at_others() {
        Customer ann = customer("curious@example.com");
        String bearer = CALLERS.bearer("cli_desk", ann.id(), List.of("customer"), "users:admin");

        problem(get(bearer, USERS), 403, "missing-role");
        problem(get(ann.bearer(), USERS + "/" + ann.id()), 403, "missing-scope");
        problem(get(admin(), USERS + "/usr_nobody"), 404, "not-found");
    }

    @Test
    void its_problems_are_documented() {
        ProblemRows.assertDocumented(
                AccountProblems.LAST_ADMINISTRATOR.name(),
                AccountProblems.LAST_ADMINISTRATOR.status(),
                AccountProblems.LAST_ADMINISTRATOR.title());
    }

    private ResponseSpec act(String uri) {
        return http.post().uri(uri).header(HttpHeaders.AUTHORIZATION, admin()).exchange();
    }

    private List<String> ids(String query) {
        List<?> items = (List<?>) http.get()
                .uri(URI.create(address() + USERS + query))
                .header(HttpHeaders.AUTHORIZATION, admin())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("items");
        return items.stream()
                .map(item -> String.valueOf(((Map<?, ?>) item).get("id")))
                .toList();
    }
}
