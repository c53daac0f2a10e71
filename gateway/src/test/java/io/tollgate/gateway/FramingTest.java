package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no HTTP client library would send. */
class FramingTest extends RunningGateway {
    private static final String PLACE = "POST /v1/orders HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY
            + "\r\nAuthorization: " + basic(FakeUsers.EMAIL, FakeUsers.PASSWORD) + "\r\n";
    private static final int KIB = 1_024;

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("GET /v1/products HTTP/1.1\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost: a:99999\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost:\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost: a/b@c\r\n\r\n", 400, "malformed-request"),
                Arguments.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "version-not-supported"),
                Arguments.of("GET /v1/products HTTP/2.0\r\nHost: a\r\n\r\n", 505, "version-not-supported"),
                Arguments.of("GET /v1/products HTTP/0.9\r\nHost: a\r\n\r\n", 505, "version-not-supported"),
                Arguments.of("GET /v1/products HTTP/9.9\r\nHost: a\r\n\r\n", 505, "version-not-supported"),
                Arguments.of("GET /v1/products HTTP/x\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET http:///v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET http:///x/v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET http://a:b@c/v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET http://a@c/v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET http://c?key=x HTTP/1.1\r\nHost: a\r\n\r\n", 400, "api-key-in-query"),
                Arguments.of("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("OPTIONS * HTTP/1.1\r\n\r\n", 400, "malformed-request"),
                Arguments.of("OPTIONS *a HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of(
                        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
                        400,
                        "malformed-request"),
                Arguments.of("nonsense\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/../v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/%2e%2e/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products%2f1 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET //v1/products HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products;a=b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/products|x HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-request"),
                Arguments.of("GET /v1/orders/4111111111111111 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "card-number"),
                Arguments.of("GET /v1/products?q=4111+1111+1111+1111 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "card-number"),
                Arguments.of("CONNECT orders:8082 HTTP/1.1\r\nHost: a\r\n\r\n", 501, "method-unknown"),
                Arguments.of(
                        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                        400,
                        "malformed-request"),
                Arguments.of(
                        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        400,
                        "malformed-request"),
                Arguments.of(
                        "POST /v1/orders HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400,
                        "malformed-request"),
                Arguments.of(
                        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                        400,
                        "malformed-request"),
                Arguments.of(
                        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400, "malformed-request"),
                Arguments.of(
                        "GET /v1/products HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
                        400,
                        "malformed-request"),
                Arguments.of("GET /" + "a".repeat(20 * KIB) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, "target-too-long"),
                Arguments.of(
                        "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(20 * KIB) + "\r\n\r\n",
                        431,
                        "headers-too-large"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void a_request_that_breaks_http_is_answered_with_a_problem_and_goes_nowhere(String request, int status, String type)
            throws IOException {
        try (RawClient client = new RawClient(port)) {
            RawClient.Answer answer = client.send(request).answer();

            answer.isProblem(status, type);
            // an answer in HTTP/1.0 ends with its connection without a word
            assertThat(answer.text().startsWith("HTTP/1.0") ? "close" : answer.header("Connection"))
                    .isEqualTo("close");
            assertThat(answer.text()).startsWith(request.contains("HTTP/1.0") ? "HTTP/1.0" : "HTTP/1.1");
        }
        assertThat(ORDERS.begun() + PRODUCTS.begun()).isZero();
    }

    @Test
    void a_body_that_says_it_is_too_large_is_not_even_read() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Content-Length: " + (KIB * KIB + 1) + "\r\n\r\n")
                    .answer()
                    .isProblem(413, "payload-too-large");
        }
        assertThat(ORDERS.begun()).isZero();
    }

    @Test
    void a_body_without_a_length_is_counted_and_never_arrives_whole() throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(64 * KIB) + "\r\n").getBytes();
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 17; i++) {
                client.send(chunk);
            }
            client.answer().isProblem(413, "payload-too-large");
        }
        assertThat(ORDERS.arrived()).isEmpty();
    }

    @Test
    void a_body_of_exactly_the_limit_arrives() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.send("100000\r\n" + "x".repeat(KIB * KIB) + "\r\n0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
        assertThat(ORDERS.last().body()).hasSize(KIB * KIB);
    }

    @Test
    void a_malformed_later_chunk_is_refused_and_the_service_gets_no_complete_request() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n");
            await().until(() -> ORDERS.begun() == 1);
            client.send("zz\r\n:1}\r\n0\r\n\r\n").answer().isProblem(400, "malformed-request");
        }
        assertThat(ORDERS.arrived()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_is_no_complete_request_either() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n");
            await().until(() -> ORDERS.begun() == 1);
            client.abort();
        }
        send(signedIn("/v1/orders"));
        assertThat(ORDERS.arrived()).extracting(FakeService.Arrived::method).containsExactly("GET");
    }

    @Test
    void an_upload_shorter_than_it_says_is_no_complete_request() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Content-Length: 10\r\n\r\n{\"a\"");
            await().until(() -> ORDERS.begun() == 1);
            client.abort();
        }
        send(signedIn("/v1/orders"));
        assertThat(ORDERS.arrived()).extracting(FakeService.Arrived::method).containsExactly("GET");
    }

    @Test
    void a_question_about_the_gateway_itself_is_answered_without_a_route() throws IOException {
        try (RawClient client = new RawClient(port)) {
            RawClient.Answer answer = client.send("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("X-Request-Id")).startsWith("req_");
        }
    }

    @Test
    void a_later_minor_version_is_read_as_the_one_that_is_known() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("GET /v1/products HTTP/1.2\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .answer()
                    .isProblem(401, "api-key-required");
        }
    }

    @Test
    void nobody_makes_a_request_one_about_the_gateway_itself_by_a_header() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(
                            "GET /v1/products HTTP/1.1\r\nHost: a\r\nX-Tollgate-Whole-Server: 1\r\nConnection: close\r\n\r\n")
                    .answer()
                    .isProblem(401, "api-key-required");
        }
    }

    @Test
    void the_same_content_type_twice_is_one() throws IOException {
        String type = "Content-Type: application/json\r\n";
        try (RawClient client = new RawClient(port)) {
            client.send(PLACE + "Connection: close\r\n" + type + type + "Content-Length: 2\r\n\r\n{}");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/products, 'GET, HEAD, POST'", "/v1/orders/ord_1/cancellation, POST"})
    void trace_and_what_nobody_knows_are_told_the_methods_of_the_path(String path, String methods) throws IOException {
        for (String method : List.of("TRACE", "BREW")) {
            try (RawClient client = new RawClient(port)) {
                RawClient.Answer answer = client.send(
                                method + ' ' + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .answer();
                answer.isProblem(405, "method-not-allowed");
                assertThat(answer.header("Allow")).isEqualTo(methods);
            }
        }
    }

    @Test
    void two_requests_on_one_connection_are_both_answered() throws IOException {
        String read = "GET /v1/products HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY + "\r\n";
        try (RawClient client = new RawClient(port)) {
            client.send(read + "\r\n" + read + "\r\n");
            assertThat(client.answers(2)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/pro", "GET /v1/products HTTP/1.1\r\nHost: x\r\nX-API"})
    void a_request_whose_headers_never_end_is_not_waited_for(String half) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(half).answer().isProblem(408, "request-timeout");
        }
    }

    @Test
    void a_connection_that_is_kept_is_given_the_same_time_for_each_request() throws IOException {
        String read = "GET /v1/products HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY + "\r\n\r\n";
        try (RawClient client = new RawClient(port)) {
            client.send(read);
            assertThat(client.answers(1)).isOne();
            RawClient.Answer late = client.send("GET /v1").answer();
            assertThat(late.text()).contains("HTTP/1.1 408 ").contains("request-timeout");
        }
    }

    @Test
    void a_refused_upload_leaves_the_connection_usable() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: " + 256 * KIB + "\r\n\r\n"
                    + "x".repeat(256 * KIB));
            client.send("GET /v1/products HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY + "\r\n\r\n");
            assertThat(client.answers(1)).isOne();
        }
        assertThat(ORDERS.begun()).isZero();
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_complete() throws IOException {
        PRODUCTS.answers(request -> FakeService.Reply.json(200, "half of it").breaksOff());
        try (RawClient client = new RawClient(port)) {
            RawClient.Answer answer = client.send(
                            "GET /v1/products HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY + "\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSizeLessThan(1_000);
            assertThat(answer.header("Content-Length")).isEqualTo("1000");
        }
    }

    @Test
    void a_target_with_a_host_in_it_is_read_by_its_path_alone() throws IOException {
        String rest = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-Key: " + FakeUsers.KEY + "\r\n\r\n";
        try (RawClient served = new RawClient(port);
                RawClient hidden = new RawClient(port)) {
            assertThat(served.send("GET http://elsewhere:1/v1/products?a=b" + rest)
                            .answer()
                            .status())
                    .isEqualTo(200);
            hidden.send("GET http://elsewhere/internal/v1/x" + rest).answer().isProblem(404, "not-found");
        }
        assertThat(PRODUCTS.last().uri()).isEqualTo("/v1/products?a=b");
        assertThat(PRODUCTS.last().headers().get("Host")).isEqualTo("127.0.0.1:" + PRODUCTS.port());
    }
}
