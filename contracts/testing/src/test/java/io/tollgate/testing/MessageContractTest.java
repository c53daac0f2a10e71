package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageContractTest {
    private static final Instant NOON = MutableClock.atNoon().instant();

    private final MessageContract contract = MessageContract.of("parcels/parcel-sent.v1");

    private record City(String city) {}

    private record Sent(String parcelId, long weight, Optional<String> note, Instant sentAt, City to) {}

    private record OnlyTheWeight(int weight) {}

    private record Misspelt(String parcelId, Town to) {}

    private record Town(String town) {}

    private record MissingNumber(long wieght) {}

    @Test
    void a_publisher_writes_the_example() {
        contract.assertWrites(new Sent("par_1", 3, Optional.empty(), NOON, new City("Porto")));
    }

    @Test
    void a_publisher_that_writes_something_else_fails() {
        assertThatThrownBy(() -> contract.assertWrites(new Sent("par_2", 3, Optional.empty(), NOON, new City("Porto"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_publisher_that_writes_what_the_schema_forbids_fails() {
        assertThatThrownBy(() -> contract.assertAllows(new Sent("par_1", 0, Optional.empty(), NOON, new City("Porto"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("weight");
        assertThatThrownBy(() -> contract.assertAllows(new OnlyTheWeight(3)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("parcelId");
    }

    @Test
    void an_optional_field_may_be_written() {
        contract.assertAllows(new Sent("par_1", 3, Optional.of("fragile"), NOON, new City("Porto")));
    }

    @Test
    void a_consumer_reads_the_fields_it_wants() {
        assertThat(contract.assertReads(OnlyTheWeight.class).weight()).isEqualTo(3);
        assertThat(contract.assertReads(Sent.class).sentAt()).isEqualTo(NOON);
    }

    @Test
    void a_consumer_that_misspells_a_field_fails_however_deep_it_is() {
        assertThatThrownBy(() -> contract.assertReads(Misspelt.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("to/town");
        assertThatThrownBy(() -> contract.assertReads(MissingNumber.class)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_message_that_does_not_exist_is_told() {
        assertThatThrownBy(() -> MessageContract.of("parcels/parcel-lost.v1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("parcels/parcel-lost.v1");
    }

    @Test
    void the_frozen_examples_of_the_platform_are_found() {
        assertThat(MessageContract.of("orders/order-placed.v1").type()).isEqualTo("orders.order-placed.v1");
    }
}
