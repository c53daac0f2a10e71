package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergePatchTest {
    record Size(@NotNull @Max(9) Integer width, Integer height) {}

    record Parcel(@NotBlank String name, Optional<String> note, @Valid Size size, List<@NotBlank String> tags) {}

    private static final Parcel TEA = new Parcel("tea", Optional.of("green"), new Size(3, 4), List.of("dry"));

    private final HttpJson json = new HttpJson();
    private final MergePatch patch =
            new MergePatch(json, Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void what_is_named_is_set_and_the_rest_stays() {
        assertThat(patched("{\"name\":\"mint\",\"size\":{\"width\":5},\"tags\":[]}"))
                .isEqualTo(new Parcel("mint", Optional.of("green"), new Size(5, 4), List.of()));
        assertThat(patched("{}")).isEqualTo(TEA);
    }

    @Test
    void null_takes_away() {
        assertThat(patched("{\"note\":null,\"size\":{\"height\":null}}"))
                .isEqualTo(new Parcel("tea", Optional.empty(), new Size(3, null), List.of("dry")));
    }

    @Test
    void every_broken_rule_of_the_result_is_told_with_its_pointer() {
        Problem problem = refused("{\"name\":null,\"size\":{\"width\":10},\"tags\":[\"dry\",\"\"]}");

        assertThat(problem.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED);
        assertThat(problem.errors())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/name", "not-blank"), tuple("/size/width", "max"), tuple("/tags/1", "not-blank"));
    }

    @Test
    void an_element_that_breaks_a_rule_is_named_by_its_place() {
        assertThat(refused("{\"tags\":[\"dry\",\" \"]}").errors())
                .extracting(Violation::pointer)
                .containsExactly("/tags/1");
    }

    @Test
    void what_does_not_exist_or_has_a_wrong_type_is_refused_with_its_pointer() {
        assertThat(refused("{\"size\":{\"depth\":1}}").type()).isEqualTo(ProblemTypes.UNKNOWN_PROPERTY);
        assertThat(refused("{\"size\":{\"depth\":1}}").errors())
                .extracting(Violation::pointer)
                .containsExactly("/size/depth");
        assertThat(refused("{\"size\":{\"width\":\"5\"}}").errors())
                .extracting(Violation::pointer)
                .containsExactly("/size/width");
    }

    @Test
    void a_patch_is_an_object() {
        for (String text : List.of("null", "[]", "\"tea\"", "1")) {
            assertThat(refused(text).errors()).extracting(Violation::pointer).containsExactly("");
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private Problem refused(String text) {
        return catchThrowableOfType(HttpRefusal.class, () -> patched(text)).problem();
    }

    private Parcel patched(String text) {
        return patch.apply(TEA, read(text), Parcel.class);
    }

    private JsonNode read(String text) {
        try {
            return json.mapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
