package io.tollgate.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.ledger.Account;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever gets lost, comes late or dies: what the network has is what the ledger says, and a capture is made once. */
class RandomFaultsTest {
    private static final int HISTORIES = 2_000;
    private static final int EVENTS = 14;

    @Test
    void the_network_and_the_ledger_agree_when_all_is_quiet() {
        Map<String, Integer> ends = new TreeMap<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            ends.merge(check(seed), 1, Integer::sum);
        }

        // otherwise the histories are too peaceful to prove anything
        assertThat(ends)
                .containsKeys(
                        "AUTHORIZED with a code",
                        "CAPTURED with a code",
                        "REFUNDED with a code",
                        "VOIDED with a code",
                        "DECLINED with a code, action-expired",
                        "DECLINED with a code, confirmation_failed",
                        "DECLINED with a code, order-ended");
    }

    private static String check(int seed) {
        Random chance = new Random(seed);
        ModelNetwork network = new ModelNetwork(chance);
        PaymentWorld world = new PaymentWorld(network);
        world.placed();
        for (int event = 0; event < EVENTS; event++) {
            happens(world, chance);
        }
        network.recovers();
        for (int quiet = 0; quiet < 5; quiet++) {
            world.after(Duration.ofMinutes(1)).expired().swept();
        }

        assertThat(world.intents.isAtRest()).as("at rest, seed %d", seed).isTrue();
        assertThat(network.captures()).as("captures, seed %d", seed).isLessThanOrEqualTo(1);
        assertThat(world.ledger.balance(Account.CARD_NETWORK))
                .as("money, seed %d", seed)
                .isEqualTo(network.kept());
        if (world.payment().authorization().isPresent()) {
            assertThat(world.ledger.balance(Account.CARD_HOLDS) > 0)
                    .as("held, seed %d, %s", seed, world.payment())
                    .isEqualTo(network.holds());
        }
        return end(world.payment(), seed);
    }

    private static String end(Payment payment, int seed) {
        assertThat(payment.status()).as("seed %d", seed).isNotEqualTo(PaymentStatus.ACTION_REQUIRED);
        String reason = payment.status() == PaymentStatus.DECLINED
                ? ", " + payment.reason().orElseThrow()
                : "";
        return payment.status() + (payment.action().isPresent() ? " with a code" : "") + reason;
    }

    private static void happens(PaymentWorld world, Random chance) {
        switch (chance.nextInt(10)) {
            case 0 -> world.placed();
            case 1 -> world.confirmed();
            case 2 -> cancels(world, chance);
            case 3 -> refunds(world, chance);
            case 4 -> dies(world, chance);
            case 5 -> world.codeSent();
            case 6 -> world.expired();
            default -> world.after(Duration.ofSeconds(chance.nextInt(40))).swept();
        }
    }

    /** Seldom, or there would be little else to see. */
    private static void cancels(PaymentWorld world, Random chance) {
        if (chance.nextInt(3) == 0) {
            world.canceled();
        }
    }

    private static void refunds(PaymentWorld world, Random chance) {
        world.refunded(new RefundId("ref_" + chance.nextInt(4)), 1 + chance.nextInt(3_000));
    }

    /** A process that has claimed a step dies before it asks, or before it writes the answer down. */
    private static void dies(PaymentWorld world, Random chance) {
        IntentKey key = world.intents.due(1).blockFirst();
        if (key != null) {
            Intent claimed =
                    world.intents.claim(key, PaymentWorld.PROPERTIES.claim()).block();
            if (chance.nextBoolean() && claimed.isFirstAttempt()) {
                world.asked().take(claimed).onErrorComplete().block();
            }
        }
    }
}
