package io.tollgate.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private final Ids ids = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void an_id_is_its_prefix_and_26_characters() {
        assertThat(ids.next("ord")).matches("ord_[0-7][0-9a-hjkmnp-tv-z]{25}");
    }

    @Test
    void a_uuid_is_of_version_7_and_carries_the_time() {
        UUID uuid = ids.uuid();

        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void ids_of_one_process_sort_as_they_were_made_even_within_a_millisecond() {
        List<String> made =
                IntStream.range(0, 10_000).mapToObj(i -> ids.next("ord")).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void two_sources_at_the_same_instant_make_different_ids() {
        Ids other = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(ids.uuid()).isNotEqualTo(other.uuid());
    }

    @Test
    void base32_keeps_every_bit() {
        assertThat(Base32.encode(new UUID(-1, -1))).isEqualTo("7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assertThat(Base32.encode(new UUID(0, 1))).isEqualTo("00000000000000000000000001");
        assertThat(Base32.encode(new UUID(1, 0))).isEqualTo("0000000000000g000000000000");
    }

    @Test
    void only_the_right_kind_in_the_right_form_is_valid() {
        String id = ids.next("ord");

        assertThat(Ids.isValid("ord", id)).isTrue();
        assertThat(Ids.isValid("usr", id)).isFalse();
        assertThat(Ids.isValid("ord", id.toUpperCase())).isFalse();
        assertThat(Ids.isValid("ord", id + "0")).isFalse();
        assertThat(Ids.isValid("ord", id.replace('_', '-'))).isFalse();
        assertThat(Ids.isValid("ord", "ord_8zzzzzzzzzzzzzzzzzzzzzzzzz")).isFalse();
        assertThat(Ids.isValid("ord", null)).isFalse();
    }
}
