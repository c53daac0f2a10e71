package io.tollgate.testing.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.ServiceBusServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ServiceBus(topology = "bus-for-tests.yml", shared = true)
class SharedBusTest {
    private static int shared;

    @BeforeAll
    static void a_bus_for_all(ServiceBusServer bus) {
        shared = bus.port();
    }

    @Test
    void who_shares_it_is_given_it(ServiceBusServer bus) {
        assertThat(bus.port()).isEqualTo(shared);
    }

    @Nested
    @ServiceBus(topology = "bus-for-tests.yml")
    class WhoWantsItsOwn {
        @Test
        void is_not_given_the_shared_one(ServiceBusServer bus) {
            assertThat(bus.port()).isNotEqualTo(shared);
        }
    }
}
