package io.tollgate.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.cli.platform.ProcessSpec.PortKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    private static final PortKey GATEWAY = new PortKey("TOLLGATE_GATEWAY_PORT", 8080);

    @Test
    void a_port_is_its_usual_one_until_its_variable_moves_it() {
        assertThat(Ports.fromEnvironment(Map.of()).of(GATEWAY)).isEqualTo(8080);
        assertThat(Ports.fromEnvironment(Map.of("TOLLGATE_GATEWAY_PORT", "9000"))
                        .of(GATEWAY))
                .isEqualTo(9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void a_variable_that_is_no_port_is_named(String value) {
        Ports ports = Ports.fromEnvironment(Map.of("TOLLGATE_GATEWAY_PORT", value));

        assertThatThrownBy(() -> ports.of(GATEWAY)).hasMessageContaining("TOLLGATE_GATEWAY_PORT=" + value);
    }

    @Test
    void a_port_somebody_listens_on_is_not_free() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void free_ports_stay_what_they_are() {
        Ports ports = Ports.free();

        assertThat(ports.of(GATEWAY)).isEqualTo(ports.of(GATEWAY));
    }

    @Test
    void no_two_free_ports_are_the_same() {
        Ports ports = Ports.free();

        assertThat(IntStream.range(0, 1000).mapToObj(i -> ports.of(new PortKey("PORT_" + i, 0))))
                .doesNotHaveDuplicates();
    }
}
