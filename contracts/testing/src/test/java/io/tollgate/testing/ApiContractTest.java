package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.web.reactive.function.server.RequestPredicates.all;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

class ApiContractTest {
    private static final String PARCEL = "{\"id\": \"par_1\", \"sentAt\": \"2026-05-04T12:00:00Z\"}";

    private final ApiContract contract = ApiContract.of("parcels");

    @Test
    void a_documented_exchange_passes() {
        assertThatCode(() -> get("/v1/parcels/par_1", answering(200, PARCEL))).doesNotThrowAnyException();
        assertThatCode(() -> get("/v1/parcels/lost", answer -> answer.status = 204))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        post("{\"weight\": 3}", "key", answering(201, PARCEL).andThen(sent())))
                .doesNotThrowAnyException();
    }

    @Test
    void an_operation_that_is_not_documented_fails() {
        refused(
                () -> get("/v1/parcels/par_1/label", answering(200, PARCEL)),
                "no operation GET /v1/parcels/par_1/label");
    }

    @Test
    void a_status_that_is_not_documented_fails() {
        refused(() -> get("/v1/parcels/par_1", answering(404, PARCEL)), "status 404 is not documented");
    }

    @Test
    void a_default_stands_for_refusals_alone() {
        assertThatCode(() -> get("/v1/parcels/lost", answer -> answer.status = 503))
                .doesNotThrowAnyException();
        refused(() -> get("/v1/parcels/lost", answer -> answer.status = 202), "status 202 is not documented");
    }

    @Test
    void a_body_that_is_not_as_documented_fails() {
        refused(() -> get("/v1/parcels/par_1", answering(200, "{\"id\": \"par_1\"}")), "sentAt");
        refused(() -> get("/v1/parcels/par_1", answering(200, PARCEL.replace("12:00", "noon"))), "date-time");
        refused(() -> get("/v1/parcels/par_1", answer -> answer.mediaType = MediaType.APPLICATION_JSON), "no body");
        refused(() -> get("/v1/parcels/lost", answering(204, PARCEL)), "not documented as 'application/json'");
    }

    @Test
    void a_problem_sent_as_plain_json_fails() {
        refused(() -> post("{}", "key", answering(400, "{\"type\": \"x\"}")), "not documented as 'application/json'");
    }

    @Test
    void a_required_header_that_is_missing_or_odd_fails() {
        refused(() -> post("{\"weight\": 3}", "key", answering(201, PARCEL)), "header Location is missing");
        refused(
                () -> post("{\"weight\": 3}", "key", answering(201, PARCEL).andThen(a -> a.location = "/elsewhere")),
                "header Location");
    }

    @Test
    void a_request_that_succeeds_although_the_document_forbids_it_fails() {
        refused(() -> post("{\"weight\": 0}", "key", answering(201, PARCEL).andThen(sent())), "the request: ");
        refused(
                () -> post("{\"weight\": 3}", null, answering(201, PARCEL).andThen(sent())),
                "Idempotency-Key is missing");
        refused(
                () -> post(
                        "{\"weight\": 3}", "12345678901", answering(201, PARCEL).andThen(sent())),
                "Idempotency-Key");
    }

    @Test
    void a_document_with_flaws_is_told_of_all() {
        assertThatCode(contract::assertSound).doesNotThrowAnyException();
        assertThatThrownBy(ApiContract.of("broken")::assertSound)
                .hasMessageContainingAll("NoSuchThing", "/example", "operationId", "x-scopes", "x-roles");
    }

    @Test
    void a_keyword_that_does_not_exist_is_told() {
        assertThatThrownBy(ApiContract.of("misspelt")::assertSound).hasMessageContainingAll("minimun", "maxLenght");
    }

    @Test
    void the_operations_are_known_by_name() {
        assertThat(contract.operations())
                .containsExactlyInAnyOrder("POST /v1/parcels", "GET /v1/parcels/lost", "GET /v1/parcels/{id}");
    }

    private static final class Answer {
        int status = 200;
        String body = "";
        MediaType mediaType;
        String location;
    }

    private static Consumer<Answer> answering(int status, String body) {
        return answer -> {
            answer.status = status;
            answer.body = body;
            answer.mediaType = MediaType.APPLICATION_JSON;
        };
    }

    private static Consumer<Answer> sent() {
        return answer -> answer.location = "/v1/parcels/par_1";
    }

    private static void refused(ThrowingCallable exchange, String why) {
        assertThatThrownBy(exchange).isInstanceOf(AssertionError.class).hasMessageContaining(why);
    }

    private void get(String path, Consumer<Answer> answer) {
        client(answer).get().uri(path).exchange().expectBody();
    }

    private void post(String body, String key, Consumer<Answer> answer) {
        client(answer)
                .method(HttpMethod.POST)
                .uri("/v1/parcels")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.addAll(idempotency(key)))
                .bodyValue(body)
                .exchange()
                .expectBody();
    }

    private static HttpHeaders idempotency(String key) {
        HttpHeaders headers = new HttpHeaders();
        if (key != null) {
            headers.add("Idempotency-Key", key);
        }
        return headers;
    }

    private WebTestClient client(Consumer<Answer> answering) {
        Answer answer = new Answer();
        answering.accept(answer);
        return WebTestClient.bindToRouterFunction(RouterFunctions.route(
                        all(), request -> request.bodyToMono(String.class).then(respond(answer))))
                .configureClient()
                .entityExchangeResultConsumer(contract.exchangeConsumer())
                .build();
    }

    private static Mono<ServerResponse> respond(Answer answer) {
        ServerResponse.BodyBuilder builder = ServerResponse.status(answer.status);
        if (answer.mediaType != null) {
            builder.contentType(answer.mediaType);
        }
        if (answer.location != null) {
            builder.header(HttpHeaders.LOCATION, answer.location);
        }
        return answer.body.isEmpty() ? builder.build() : builder.bodyValue(answer.body);
    }
}
