package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One type of message: its schema and its frozen example, and whether a service's record agrees with them. */
public final class MessageContract {
    private final String name;
    private final byte[] example;
    private final JsonSchema schema;

    private MessageContract(String name) {
        this.name = name;
        this.example = Contract.file(name + ".example.json");
        this.schema = Schemas.MESSAGES.getSchema(Contract.tree(Contract.file(name + ".schema.json")));
    }

    /** The contract of this name, such as {@code orders/order-placed.v1}. */
    public static MessageContract of(String name) {
        return new MessageContract(name);
    }

    /** The type on the wire, such as {@code orders.order-placed.v1}. */
    public String type() {
        return name.replace('/', '.');
    }

    /** The frozen example, as a publisher would send it. */
    public byte[] example() {
        return example.clone();
    }

    /** For a publisher: the record made of the example's values is written as the example, and as the schema allows. */
    public void assertWrites(Object data) {
        assertAllows(data);
        assertThat(written(data))
                .as("%s as written by %s", name, data.getClass().getSimpleName())
                .isEqualTo(Contract.tree(example));
    }

    /** For a publisher's other shapes, such as one without an optional field: the schema allows what is written. */
    public void assertAllows(Object data) {
        assertThat(Contract.violations(schema, written(data)))
                .as("what the schema of %s says to %s", name, written(data))
                .isEmpty();
    }

    /** For a consumer: its record finds in the example every field it reads, and overlooks fields it does not know. */
    public <T> T assertReads(Class<T> record) {
        T read = read(record, example);
        Components.assertPresent(name, read);
        assertThat(read(record, fromTheFuture()))
                .as("%s with a field more", name)
                .isEqualTo(read);
        return read;
    }

    private byte[] fromTheFuture() {
        ObjectNode future = (ObjectNode) Contract.tree(example);
        return future.put("aFieldOfNextYear", true).toString().getBytes(StandardCharsets.UTF_8);
    }

    private <T> T read(Class<T> record, byte[] json) {
        try {
            return Contract.JSON.readValue(json, record);
        } catch (IOException unreadable) {
            throw new AssertionError(record.getName() + " cannot be read from the example of " + name, unreadable);
        }
    }

    /** Through the text: a tree made in memory would tell int from long, which JSON does not. */
    private static JsonNode written(Object data) {
        try {
            return Contract.tree(Contract.JSON.writeValueAsBytes(data));
        } catch (IOException unwritable) {
            throw new AssertionError(data.getClass().getName() + " cannot be written as JSON", unwritable);
        }
    }
}
