package io.tollgate.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** One row of somebody's books. */
record Row(JsonNode fields) {

    String key() {
        return fields.elements().next().asText();
    }

    /** Empty text for null. */
    String text(String column) {
        return field(column).asText("");
    }

    long number(String column) {
        return field(column).asLong();
    }

    boolean yes(String column) {
        return field(column).asBoolean();
    }

    Optional<Instant> time(String column) {
        JsonNode value = field(column);
        return value.isNull()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(value.asText()).toInstant(ZoneOffset.UTC));
    }

    /** A column that is null may have been left out. */
    private JsonNode field(String column) {
        return fields.hasNonNull(column) ? fields.get(column) : NullNode.getInstance();
    }
}
