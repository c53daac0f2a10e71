package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that programs trip over, each with a name for it. */
final class OddValues {
    /** Texts that are hard to keep, to compare, to show or to send on. */
    static final Map<String, String> TEXTS = texts();

    private OddValues() {}

    /** One value of each kind, of which all but one are of the wrong type wherever they stand. */
    static Map<String, JsonNode> forAnything() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Map<String, JsonNode> odd = new LinkedHashMap<>();
        odd.put("null", NullNode.getInstance());
        odd.put("true", BooleanNode.TRUE);
        odd.put("a number", IntNode.valueOf(7));
        odd.put("a number that is not whole", DecimalNode.valueOf(new BigDecimal("1.5")));
        odd.put("a huge number", DecimalNode.valueOf(new BigDecimal("1e400")));
        odd.put("many digits", DecimalNode.valueOf(new BigDecimal("9".repeat(400))));
        odd.put("a text", TextNode.valueOf("x"));
        odd.put("a number as text", TextNode.valueOf("7"));
        odd.put("an empty list", json.arrayNode());
        odd.put("a list of null", json.arrayNode().add(NullNode.getInstance()));
        odd.put("an empty object", json.objectNode());
        odd.put("lists in lists", nested(200));
        return odd;
    }

    static Map<String, JsonNode> forType(ApiSchema schema) {
        Map<String, JsonNode> odd = new LinkedHashMap<>();
        if (schema.type().equals("string")) {
            TEXTS.forEach((what, text) -> odd.put(what, TextNode.valueOf(text)));
            int most = schema.keyword("maxLength").asInt(1000);
            odd.put("a text one too long", TextNode.valueOf("x".repeat(most + 1)));
            odd.put("a text as long as may be", TextNode.valueOf("x".repeat(most)));
        }
        if (schema.type().equals("integer") || schema.type().equals("number")) {
            numbers(schema).forEach((what, number) -> odd.put(what, DecimalNode.valueOf(number)));
        }
        return odd;
    }

    private static Map<String, BigDecimal> numbers(ApiSchema schema) {
        Map<String, BigDecimal> odd = new LinkedHashMap<>();
        odd.put("zero", BigDecimal.ZERO);
        odd.put("one less than nothing", BigDecimal.ONE.negate());
        odd.put("more than 31 bits", BigDecimal.valueOf(Integer.MAX_VALUE + 1L));
        odd.put("the most of 63 bits", BigDecimal.valueOf(Long.MAX_VALUE));
        odd.put("the least of 63 bits", BigDecimal.valueOf(Long.MIN_VALUE));
        odd.put("more than 63 bits", BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE));
        odd.put("a tiny number", new BigDecimal("1e-400"));
        if (schema.keyword("minimum").isNumber()) {
            odd.put(
                    "one less than the least",
                    schema.keyword("minimum").decimalValue().subtract(BigDecimal.ONE));
        }
        if (schema.keyword("maximum").isNumber()) {
            odd.put("the most", schema.keyword("maximum").decimalValue());
            odd.put(
                    "one more than the most",
                    schema.keyword("maximum").decimalValue().add(BigDecimal.ONE));
        }
        return odd;
    }

    private static JsonNode nested(int depth) {
        JsonNode inner = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < depth; i++) {
            inner = JsonNodeFactory.instance.arrayNode().add(inner);
        }
        return inner;
    }

    private static Map<String, String> texts() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("no text", "");
        odd.put("blanks", "   ");
        odd.put("blanks around", "  x  ");
        odd.put("a tab and a line", "a\tb\r\nSet-Cookie: c=d");
        odd.put("NUL", "a\u0000b");
        odd.put("half a surrogate pair", "a\ud800b");
        odd.put("the other half", "\udfff");
        odd.put("right to left", "\u202eabc\u202c \u05d0\u05d1");
        odd.put("no width", "a\u200b\ufeffb");
        odd.put("a combination", "e\u0301\u0327");
        odd.put("beyond the first plane", "\ud83d\ude00\ud83c\udff3\ufe0f\u200d\ud83c\udf08");
        odd.put("letters that change with case", "\u0130\u0131\u017f\u1e9e\ufb03");
        odd.put("a noncharacter", "\uffff\ufffe");
        odd.put("a quote", "'; DROP TABLE x; --");
        odd.put("a wildcard", "%_[a-z]\\");
        odd.put("a lookup", "${jndi:ldap://127.0.0.1/x} #{1+1} {{7*7}}");
        odd.put("a path", "../../../etc/passwd");
        odd.put("a tag", "<script>alert(1)</script>");
        odd.put("a long text", "y".repeat(3000));
        odd.put("a card number", "4111111111111111");
        odd.put("a date that is none", "2026-02-30T25:61:00Z");
        odd.put("a date far away", "+999999999-12-31T23:59:59.999999999Z");
        return odd;
    }
}
