package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.StatusAssertions;

class PagesAndTagsTest extends ShelfTest {
    record Numbers(List<Integer> items, String next) {}

    @Test
    void following_the_links_reads_the_whole_list_once() {
        List<Integer> read = new ArrayList<>();
        String next = "/v1/numbers?limit=20";
        while (next != null) {
            var page =
                    asAnn().get().uri(next).exchange().expectBody(Numbers.class).returnResult();
            read.addAll(page.getResponseBody().items());
            String link = page.getResponseHeaders().getFirst(HttpHeaders.LINK);
            next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(read).hasSize(45).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_query_that_a_strict_builder_refuses_is_linked_to_as_it_came() {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.method(HttpMethod.GET, URI.create("/v1/numbers?a[]=1&limit=1")));
        var page = Page.of(List.of(1, 2), new Cursor(1, Optional.empty()), String::valueOf);

        assertThat(page.toResponse(exchange).getHeaders().getFirst(HttpHeaders.LINK))
                .isEqualTo("</v1/numbers?a[]=1&limit=1&after=MQ>; rel=\"next\"");
    }

    @Test
    void a_limit_or_cursor_out_of_range_is_refused_by_name() {
        for (String limit : List.of("0", "101", "-1", "x", "1e1", "")) {
            invalid("/v1/numbers?limit=" + limit, "limit");
        }
        for (String after : List.of("", "%20", "=", "%C3%A4", "x".repeat(600))) {
            invalid("/v1/numbers?after=" + after, "after");
        }
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        change().isEqualTo(428);
        change("").isEqualTo(428);
        change("\"v2\"").isEqualTo(412);
        change("\"v03\"").isEqualTo(412);
        change("\"v3\"").isOk();
    }

    @Test
    void a_change_may_be_of_any_version_or_of_one_of_several() {
        change("*").isOk();
        change("\"v2\", \"v3\"").isOk();
        change("\"v2\" ,, W/\"v1\",\"v3\" ,").isOk();
        change("\"v2\"", "\"v3\"").isOk();
        change("\"a,b\", \"v3\"").isOk();
        change("\"v1\", \"v2\"").isEqualTo(412);
        change("\"*\"").isEqualTo(412);
    }

    @Test
    void a_weak_or_misspelt_tag_matches_no_version() {
        change("W/\"v3\"").isEqualTo(412);
        change("W/\"v3\", \"v2\"").isEqualTo(412);
        change("v3").isEqualTo(412);
        change("\"v3").isEqualTo(412);
        change("\"v3\" \"v2\"").isEqualTo(412);
        change("*, \"v3\"").isEqualTo(412);
        change("\"x, \"v3\", y\"").isEqualTo(412);
    }

    @Test
    void a_read_is_not_repeated_to_who_has_it() {
        read("\"v3\"").isNotModified();
        read("W/\"v3\"").isNotModified();
        read("\"v2\", W/\"v3\"").isNotModified();
        read("*").isNotModified();
        read("\"v2\"").isOk();
        read("\"*\"").isOk();
        asAnn().head()
                .uri("/v1/shelf")
                .header(HttpHeaders.IF_NONE_MATCH, "*")
                .exchange()
                .expectStatus()
                .isNotModified();
        asAnn().get()
                .uri("/v1/me")
                .header(HttpHeaders.IF_NONE_MATCH, "*")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private StatusAssertions read(String seen) {
        var answer = asAnn().get()
                .uri("/v1/shelf")
                .header(HttpHeaders.IF_NONE_MATCH, seen)
                .exchange();
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"v3\"");
        return answer.expectStatus();
    }

    private void invalid(String uri, String parameter) {
        asAnn().get()
                .uri(URI.create("http://127.0.0.1:" + port + uri))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo(parameter);
    }

    private StatusAssertions change(String... seen) {
        return asAnn().put()
                .uri("/v1/shelf")
                .headers(headers -> headers.put(HttpHeaders.IF_MATCH, List.of(seen)))
                .exchange()
                .expectStatus();
    }
}
