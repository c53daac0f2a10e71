package io.tollgate.users.address.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

class AddressControllerTest extends UsersTest {
    private static final String ADDRESSES = "/v1/users/me/addresses";

    @Test
    void the_first_address_is_the_default_until_another_is() {
        Customer ann = customer("places@example.com");
        String first = added(ann, "1 Tea Street", false);
        String second = added(ann, "2 Tea Street", true);

        assertThat(defaults(ann)).containsExactlyInAnyOrderEntriesOf(Map.of(first, false, second, true));
        String seen = tag(ann.bearer(), first);
        patch(ann.bearer(), first, seen, Map.of("default", true)).expectStatus().isOk();
        assertThat(defaults(ann)).containsExactlyInAnyOrderEntriesOf(Map.of(first, true, second, false));
    }

    @Test
    void the_one_that_loses_the_mark_is_no_longer_what_was_seen() {
        Customer ann = customer("marks@example.com");
        String first = added(ann, "1 Tea Street", true);
        String seen = tag(ann.bearer(), first);
        added(ann, "2 Tea Street", true);

        problem(patch(ann.bearer(), first, seen, Map.of("line1", "3 Tea Street")), 412, "precondition-failed");
    }

    @Test
    void an_address_is_changed_and_removed_as_it_was_seen() {
        Customer ann = customer("moves@example.com");
        String address = added(ann, "1 Tea Street", false);
        String seen = tag(ann.bearer(), address);

        patch(ann.bearer(), address, seen, "{\"line2\":\"Back door\"}")
                .expectStatus()
                .isOk();
        problem(patch(ann.bearer(), address, seen, "{\"line2\":null}"), 412, "precondition-failed");
        patch(ann.bearer(), address, tag(ann.bearer(), address), "{\"line2\":null}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.line2")
                .doesNotExist();
        problem(delete(ann, address, seen), 412, "precondition-failed");
        delete(ann, address, tag(ann.bearer(), address)).expectStatus().isNoContent();
        problem(get(ann.bearer(), address), 404, "not-found");
    }

    @Test
    void anothers_address_does_not_exist() {
        String anns = added(customer("mine@example.com"), "1 Tea Street", false);
        Customer bob = customer("his@example.com");

        problem(get(bob.bearer(), anns), 404, "not-found");
        problem(patch(bob.bearer(), anns, "\"v1\"", Map.of("city", "York")), 404, "not-found");
        problem(delete(bob, anns, "\"v1\""), 404, "not-found");
    }

    @Test
    void thirty_at_once_make_twenty() {
        Customer ann = customer("many@example.com");
        WebClient client = WebClient.builder()
                .baseUrl(address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, ann.bearer())
                .build();

        Map<Integer, Long> answers = Flux.range(0, 30)
                .flatMap(
                        i -> client.post()
                                .uri(ADDRESSES)
                                .bodyValue(place(i + " Tea Street", i % 2 == 0))
                                .exchangeToMono(answer -> answer.toBodilessEntity()),
                        30)
                .map(answer -> answer.getStatusCode().value())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()))
                .block();

        assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(201, 20L, 409, 10L));
        assertThat(defaults(ann).values()).filteredOn(isDefault -> isDefault).hasSize(1);
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        Customer ann = customer("wrong@example.com");

        problem(post(ann.bearer(), ADDRESSES, Map.of("country", "Germany")), 400, "validation-failed")
                .jsonPath("$.errors.length()")
                .isEqualTo(5);
    }

    @Test
    void what_no_order_would_take_is_no_address() {
        Customer ann = customer("lines@example.com");
        Map<String, Object> address = Map.of(
                "name", "\u3000", "line1", "1 Tea\r\nStreet", "city", "Leeds", "postalCode", "1", "country", "GB");

        problem(post(ann.bearer(), ADDRESSES, address), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/line1", "/name"));
    }

    @Test
    void a_country_is_one_that_exists() {
        Customer ann = customer("nowhere@example.com");
        Map<String, Object> nowhere = new HashMap<>(place("1 Tea Street", false));
        nowhere.put("country", "ZZ");

        problem(post(ann.bearer(), ADDRESSES, nowhere), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/country"));
    }

    @Test
    void an_address_is_changed_whatever_it_is_now() {
        Customer ann = customer("star@example.com");
        String address = added(ann, "1 Tea Street", false);

        patch(ann.bearer(), address, "*", Map.of("city", "York")).expectStatus().isOk();
        patch(ann.bearer(), address, "\"v1\", \"v2\"", Map.of("city", "Leeds"))
                .expectStatus()
                .isOk();
        problem(patch(ann.bearer(), address, "W/\"v3\"", Map.of("city", "York")), 412, "precondition-failed");
    }

    @Test
    void its_problems_are_documented() {
        ProblemRows.assertDocumented(
                AddressProblems.TOO_MANY.name(), AddressProblems.TOO_MANY.status(), AddressProblems.TOO_MANY.title());
    }

    private String added(Customer customer, String line1, boolean isDefault) {
        return post(customer.bearer(), ADDRESSES, place(line1, isDefault))
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION);
    }

    private ResponseSpec delete(Customer customer, String uri, String etag) {
        return http.delete()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, customer.bearer())
                .header(HttpHeaders.IF_MATCH, etag)
                .exchange();
    }

    private Map<String, Boolean> defaults(Customer customer) {
        List<?> items = (List<?>) get(customer.bearer(), ADDRESSES)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("items");
        Map<String, Boolean> marks = new HashMap<>();
        items.forEach(item ->
                marks.put(ADDRESSES + "/" + ((Map<?, ?>) item).get("id"), (Boolean) ((Map<?, ?>) item).get("default")));
        return marks;
    }

    private static Map<String, Object> place(String line1, boolean isDefault) {
        return Map.of(
                "name", "Ann Example",
                "line1", line1,
                "city", "Leeds",
                "postalCode", "LS1 4DY",
                "country", "GB",
                "default", isDefault);
    }
}
