package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever keeps an address with users orders with it, and the parcel is booked with it. */
class AddressRulesTest {
    private static final List<String> PARTS =
            List.of("name", "line1", "line2", "city", "postalCode", "region", "country");

    @Test
    void an_address_that_users_keeps_can_be_ordered_with() {
        assertThat(rules("orders", "ShippingAddress")).isEqualTo(rules("users", "NewAddress"));
    }

    @Test
    void what_can_be_ordered_with_can_be_told_to_the_carrier() {
        Map<String, String> ordered = rules("orders", "ShippingAddress");

        assertThat(rules("orders/fulfill.v1.schema.json")).isEqualTo(ordered);
        assertThat(rules("workers/book-shipment.v1.schema.json")).isEqualTo(ordered);
    }

    private static Map<String, String> rules(String service, String schema) {
        return rules(new ApiDocument("openapi/" + service + ".v1.yml").at("/components/schemas/" + schema));
    }

    private static Map<String, String> rules(String message) {
        return rules(Contract.tree(Contract.file(message)).findParents("properties").stream()
                .filter(schema -> schema.path("properties").has("postalCode"))
                .findFirst()
                .orElseThrow());
    }

    private static Map<String, String> rules(JsonNode schema) {
        Map<String, String> rules = new TreeMap<>();
        for (String part : PARTS) {
            JsonNode said = schema.path("properties").path(part);
            rules.put(
                    part,
                    said.path("minLength") + " " + said.path("maxLength") + " " + said.path("pattern") + " required "
                            + schema.path("required").toString().contains('"' + part + '"'));
        }
        return rules;
    }
}
