package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders under way while a process is killed. */
@ExtendWith(RunningPlatform.class)
class KilledProcessIT {

    private static final int ORDERS = 10;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"orders", "payments", "servicebus"})
    void accepted_orders_end_right_when_a_process_is_killed_and_comes_back(String process, Started platform) {
        Shopper shopper = platform.newShopper();
        String product = platform.product(1);
        int before = platform.warehouse().available(product);
        List<String> good = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            good.add(shopper.place("tok_visa", product).at("/id").asText());
            declined.add(shopper.place("tok_declined", product).at("/id").asText());
        }

        platform.platform().kill(process);
        platform.platform().start(process);

        good.forEach(order -> shopper.awaitStatus(order, "CONFIRMED", "SHIPPED"));
        good.forEach(order -> chargedOnce(order, shopper.awaitPayment(order, "CAPTURED"), platform));
        declined.forEach(order -> shopper.awaitStatus(order, "CANCELED"));
        platform.warehouse().awaitAvailable(product, before - ORDERS);
    }

    private static void chargedOnce(String order, JsonNode payment, Started platform) {
        assertThat(platform.cardNetwork()
                        .statusesOf(Set.of(order, payment.at("/id").asText())))
                .containsExactly("captured");
    }
}
