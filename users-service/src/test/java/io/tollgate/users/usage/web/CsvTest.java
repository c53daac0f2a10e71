package io.tollgate.users.usage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class CsvTest {
    @Test
    void commas_quotes_and_line_ends_stay_inside_their_cell() {
        assertThat(Csv.of(List.of("a", "b"), Stream.of(List.of("x,y", "say \"hi\"\r\nthere"))))
                .isEqualTo("a,b\r\n\"x,y\",\"say \"\"hi\"\"\r\nthere\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "%0A"})
    void a_text_is_never_a_formula(String text) {
        assertThat(Csv.of(List.of("a"), Stream.of(List.of(text)))).containsPattern("\r\n\"?'");
    }

    @Test
    void a_number_stays_one() {
        assertThat(Csv.of(List.of("a"), Stream.of(List.of(-1)))).isEqualTo("a\r\n-1\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "text/csv # true",
                "text/csv, application/json;q=0.9 # true",
                "application/json, text/csv;q=0.9 # false",
                "*/* # false",
                "text/*;q=0.1 # true",
                "text/csv;q=0, */* # false"
            })
    void whoever_prefers_a_table_gets_one(String accept, boolean wanted) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, accept);

        assertThat(Csv.isWanted(headers)).isEqualTo(wanted);
    }
}
