package io.tollgate.gateway.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/orders",
                "/v1/orders/ord_1",
                "/v1/a.b/..c/c..",
                "/v1/%C3%A4%20b",
                "/v1/o?a=%2F..%2e&b[]=;?/",
                "/v1/a:b@c,d'e(f)*!$&+=~-_"
            })
    void what_can_be_read_in_one_way_only_is_plain(String target) {
        assertThat(RequestTarget.isPlain(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1",
                "http://x/",
                "//v1",
                "/v1//orders",
                "/v1/./orders",
                "/v1/..",
                "/..",
                "/.",
                "/v1/%2e/x",
                "/v1/%2E%2e/x",
                "/v1/.%2e/x",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a;b=c",
                "/a%3Bb",
                "/a%00",
                "/a%0d%0aX:y",
                "/a%7f",
                "/a%252e",
                "/a%",
                "/a%1",
                "/a%zz",
                "/a b",
                "/a<b",
                "/a|b",
                "/a^b",
                "/a#b",
                "/\u00e4",
                "/a?b c",
                "/a?b=\u00e4",
                "/a?%"
            })
    void what_hides_something_is_not(String target) {
        assertThat(RequestTarget.isPlain(target)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/orders?a=http://b/c, /v1/orders?a=http://b/c",
        "http://x/v1/orders, /v1/orders",
        "https://x.y:1/v1?a=b, /v1?a=b",
        "http://[::1]:8080/v1, /v1",
        "http://x, /",
        "http://x?a=/b, /?a=/b",
        "http://x#/b, /#/b",
        "http:///v1, ''",
        "http://, ''",
        "https:///v1, ''",
        "http://a:b@x/v1, ''",
        "http://a@x, ''",
        "http://x:99999/, ''"
    })
    void the_absolute_form_is_read_without_its_host_which_must_be_one(String target, String rest) {
        assertThat(RequestTarget.withoutAuthority(target)).isEqualTo(rest);
    }
}
