package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpJsonTest {
    private static final ObjectMapper JSON = new HttpJson().mapper();

    enum Cover {
        HARD
    }

    record Price(long amount) {}

    record Book(
            Integer pages,
            Long sold,
            Double weight,
            Boolean bound,
            Cover cover,
            Instant printed,
            LocalDate bought,
            Price price,
            List<String> genres,
            Map<String, String> notes,
            Optional<Integer> edition) {}

    static Stream<String> blanksWhereAnotherTypeBelongs() {
        return Stream.of(
                        "pages", "sold", "weight", "bound", "cover", "printed", "bought", "price", "genres", "notes",
                        "edition")
                .flatMap(name -> Stream.of("", " ", "\\n", "\\u0000", "null")
                        .map(blank -> "{\"%s\":\"%s\"}".formatted(name, blank)));
    }

    @ParameterizedTest
    @MethodSource("blanksWhereAnotherTypeBelongs")
    void a_blank_text_is_not_taken_for_nothing(String body) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> JSON.readValue(body, Book.class));
    }

    @ParameterizedTest
    @MethodSource("blanksWhereAnotherTypeBelongs")
    void nor_is_one_in_a_tree(String body) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(body);

        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> JSON.treeToValue(tree, Book.class));
    }
}
