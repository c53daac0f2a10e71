package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.servicebus.filter.CorrelationFilter;
import io.tollgate.servicebus.filter.SqlAction;
import io.tollgate.servicebus.filter.SqlFilter;
import io.tollgate.servicebus.filter.SqlSyntaxException;
import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.message.SentMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Decimal64;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    /** A red apple: color, size 7, price 2.5, ripe, no origin; label fruit.apple. */
    private static SentMessage apple() {
        Properties properties = new Properties();
        properties.setSubject("fruit.apple");
        properties.setMessageId("m-1");
        properties.setGroupId("basket");
        Map<String, Object> user = new HashMap<>();
        user.put("color", "red");
        user.put("size", 7);
        user.put("price", 2.5d);
        user.put("ripe", true);
        user.put("my name", "o'neil");
        user.put("nothing", null);
        return new SentMessage(Codec.current()
                .encode(properties, new ApplicationProperties(user), new Data(new Binary(new byte[] {1}))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color = 'red'",
                "user.color = 'red' AND size = 7",
                "color <> 'blue'",
                "color != 'blue'",
                "size > 6 and size >= 7 and size < 8 and size <= 7",
                "size = 7.0",
                "price = 2.5",
                "price * 2 = 5",
                "size + 1 = 8 AND size - 1 = 6 AND size / 2 = 3 AND size % 2 = 1",
                "-size = -7",
                "(size + 1) * 2 = 16",
                "1 + 2 * 3 = 7",
                "ripe = TRUE",
                "ripe",
                "NOT ripe = false",
                "not not ripe",
                "color IN ('green', 'red')",
                "color NOT IN ('green', 'blue')",
                "size IN (1, 7)",
                "color LIKE 'r%'",
                "color LIKE '_ed'",
                "color LIKE '%r%e%d%'",
                "color LIKE '%ed' AND color LIKE '%%' AND color NOT LIKE '%r' AND color NOT LIKE 'red_'",
                "sys.Label LIKE '%a%pp%e' AND sys.Label NOT LIKE '%a%pp%ee'",
                "color NOT LIKE 'b%'",
                "sys.Label LIKE 'fruit!.%' ESCAPE '!'",
                "origin IS NULL",
                "nothing IS NULL",
                "color IS NOT NULL",
                "EXISTS(color)",
                "EXISTS(user.color) AND NOT EXISTS(origin)",
                "sys.label = 'fruit.apple'",
                "sys.MessageId = 'm-1' AND sys.SessionId = 'basket'",
                "sys.CorrelationId IS NULL",
                "[my name] = 'o''neil'",
                "\"my name\" LIKE 'o%'",
                "Color = 'red'",
                "property('my name') = 'o''neil'",
                "color + '!' = 'red!'",
                "color = 'blue' OR color = 'green' OR size = 7",
                "(color = 'blue' OR color = 'red') AND size = 7",
                "1=1",
                "origin = 'x' OR ripe",
                "1e1 = 10 AND .5 = 0.5",
            })
    void is_true_of_the_apple(String condition) {
        assertThat(new SqlFilter(condition, Map.of()).matches(apple())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=0",
                "color = 'Red'",
                "color = 7",
                "size = '7'",
                "origin = 'x'",
                "origin <> 'x'",
                "NOT origin = 'x'",
                "origin LIKE '%'",
                "origin IN ('x')",
                "origin NOT IN ('x')",
                "origin = NULL",
                "size > 'a'",
                "ripe > false",
                "size / 0 = 1",
                "color = 'blue' OR color = 'green' AND size = 7",
                "color",
            })
    void is_not_true_of_the_apple(String condition) {
        assertThat(new SqlFilter(condition, Map.of()).matches(apple())).isFalse();
    }

    @Test
    void parameters_stand_for_values() {
        var filter = new SqlFilter("size > @least AND color = @color", Map.of("@least", 5, "color", "red"));

        assertThat(filter.matches(apple())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "color =",
                "color = 'red",
                "color = 'red' AND",
                "(color = 'red'",
                "color = 'red')",
                "color LIKE",
                "color IN ()",
                "color IS RED",
                "color NOT",
                "sys.Color = 'red'",
                "size = @missing",
                "lower(color) = 'red'",
                "color ~ 'red'",
                "color 'red'",
            })
    void what_is_not_sql_is_refused(String condition) {
        assertThatThrownBy(() -> new SqlFilter(condition, Map.of()))
                .isInstanceOf(SqlSyntaxException.class)
                .hasMessageContaining("position");
    }

    @Test
    void nesting_without_end_and_texts_without_end_are_refused() {
        String deep = "(".repeat(500) + "1=1" + ")".repeat(500);

        assertThatThrownBy(() -> new SqlFilter(deep, Map.of())).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> new SqlFilter("1=1 OR ".repeat(10_000) + "1=1", Map.of()))
                .hasMessageContaining("longer than 1024");
    }

    @Test
    void what_is_no_number_on_the_line_is_unknown() {
        SentMessage odd = new SentMessage(Codec.current()
                .encode(new ApplicationProperties(
                        Map.of("nan", Double.NaN, "endless", Float.POSITIVE_INFINITY, "decimal", new Decimal64(1)))));

        for (String name : List.of("nan", "endless", "decimal")) {
            assertThat(new SqlFilter(name + " > 1 OR " + name + " <= 1", Map.of()).matches(odd))
                    .isFalse();
            assertThat(new CorrelationFilter(Map.of(), Map.of(name, 1L)).matches(odd))
                    .isFalse();
        }
    }

    @Test
    void an_action_sets_and_removes_properties_and_leaves_the_original_alone() {
        SentMessage original = apple();
        var action = new SqlAction(
                "SET sys.Label = 'fruit'; SET size = size * 2; SET shop = 'corner'; REMOVE color; SET id = newid()",
                Map.of());

        SentMessage changed = action.apply(original, () -> new UUID(1, 2));

        assertThat(changed.properties().getSubject()).isEqualTo("fruit");
        assertThat(changed.messageId()).isEqualTo("m-1");
        assertThat(changed.applicationProperties())
                .containsEntry("size", 14L)
                .containsEntry("shop", "corner")
                .containsEntry("id", new UUID(1, 2))
                .doesNotContainKey("color");
        assertThat(original.properties().getSubject()).isEqualTo("fruit.apple");
        assertThat(original.applicationProperties()).containsEntry("color", "red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET color", "DROP color", "REMOVE 'color'", "SET sys.Color = 1", "SET a = 1 SET b = 2"})
    void what_is_no_action_is_refused(String action) {
        assertThatThrownBy(() -> new SqlAction(action, Map.of())).isInstanceOf(SqlSyntaxException.class);
    }
}
