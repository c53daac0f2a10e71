package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.Random;

/** Values that a schema allows, by chance. */
final class ApiSamples {
    private static final String LETTERS = "abc XYZ 019 äßñ中é_-";

    private final Random chance;

    ApiSamples(Random chance) {
        this.chance = chance;
    }

    JsonNode of(ApiSchema schema) {
        JsonNode fixed = schema.keyword("const");
        if (!fixed.isMissingNode()) {
            return fixed;
        }
        JsonNode choices = schema.keyword("enum");
        if (choices.isArray()) {
            return choices.get(chance.nextInt(choices.size()));
        }
        return switch (schema.type()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> TextNode.valueOf(text(schema));
            case "integer", "number" -> LongNode.valueOf(number(schema));
            case "boolean" -> BooleanNode.valueOf(chance.nextBoolean());
            default -> NullNode.getInstance();
        };
    }

    private ObjectNode object(ApiSchema schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach((name, property) -> {
            boolean readOnly = property.keyword("readOnly").asBoolean();
            if (!readOnly && (schema.required().contains(name) || chance.nextBoolean())) {
                // a currency is one that exists, which no schema can say
                object.set(name, name.equals("currency") ? TextNode.valueOf("EUR") : of(property));
            }
        });
        return object;
    }

    private ArrayNode array(ApiSchema schema) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int least = schema.keyword("minItems").asInt(0);
        int most = Math.min(schema.keyword("maxItems").asInt(least + 2), least + 2);
        int size = least + chance.nextInt(most - least + 1);
        schema.items().ifPresent(items -> {
            for (int i = 0; i < size; i++) {
                array.add(of(items));
            }
        });
        return array;
    }

    private long number(ApiSchema schema) {
        long least = schema.keyword("exclusiveMinimum")
                        .asLong(schema.keyword("minimum").asLong(0) - 1)
                + 1;
        long most = schema.keyword("maximum").asLong(least + 1000);
        return switch (chance.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + chance.nextInt((int) Math.min(1000, most - least + 1));
        };
    }

    private String text(ApiSchema schema) {
        String pattern = schema.keyword("pattern").asText("");
        if (!pattern.isEmpty()) {
            return RgxGen.parse(pattern).generate(chance);
        }
        return switch (schema.keyword("format").asText()) {
            case "date-time" -> "2026-0%d-1%dT12:00:00Z".formatted(1 + chance.nextInt(9), chance.nextInt(10));
            case "date" -> "2026-0%d-1%d".formatted(1 + chance.nextInt(9), chance.nextInt(10));
            case "email" -> "ann%d@example.com".formatted(chance.nextInt(1_000_000));
            case "uri" -> "https://example.com/" + chance.nextInt(1000);
            default -> letters(schema);
        };
    }

    private String letters(ApiSchema schema) {
        int least = schema.keyword("minLength").asInt(0);
        int most = Math.min(schema.keyword("maxLength").asInt(least + 12), least + 12);
        int length = least + chance.nextInt(most - least + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        // blanks at the ends are what many rules refuse without a pattern that says so
        return text.toString().replaceAll("^ | $", "x");
    }
}
