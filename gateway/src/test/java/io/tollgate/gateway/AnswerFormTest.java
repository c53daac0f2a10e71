package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** What every answer has, whoever gives it. */
class AnswerFormTest extends RunningGateway {
    @Test
    void an_answer_says_when_it_was_given() {
        Instant asked = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        assertThat(date(send(withKey("/v1/products")))).isBetween(asked, Instant.now());
        assertThat(date(send(request("/v1/nothing")))).isBetween(asked, Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: keep-alive\r\n"})
    void who_speaks_http_1_0_gets_no_chunks_and_sees_the_end(String connection) throws IOException {
        ORDERS.streams(Flux.just("id:1\n", "data:{}\n\n"));
        try (RawClient client = new RawClient(port)) {
            RawClient.Answer answer = client.send("GET /v1/orders/ord_1/events HTTP/1.0\r\nHost: x\r\n" + connection
                            + "X-API-Key: " + FakeUsers.KEY + "\r\nAuthorization: "
                            + basic(FakeUsers.EMAIL, FakeUsers.PASSWORD) + "\r\n\r\n")
                    .answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Transfer-Encoding")).isNull();
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(answer.body()).isEqualTo("id:1\ndata:{}\n\n");
        }
    }

    private static Instant date(HttpResponse<?> answer) {
        String date = answer.headers().firstValue("Date").orElseThrow();
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
