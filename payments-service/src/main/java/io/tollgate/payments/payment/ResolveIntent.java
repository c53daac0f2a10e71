package io.tollgate.payments.payment;

import io.tollgate.payments.payment.NetworkAnswer.NeverSeen;
import io.tollgate.payments.payment.NetworkAnswer.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gets to know what became of a step: the first time by taking it, later by asking before it is taken again. */
@Service
class ResolveIntent {
    private static final String USER_ERASED = "user-erased";

    private final Intents intents;
    private final CardNetwork network;
    private final IntentProperties properties;
    private final Clock clock;

    ResolveIntent(Intents intents, CardNetwork network, IntentProperties properties, Clock clock) {
        this.intents = intents;
        this.network = network;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<NetworkAnswer> handle(Intent intent) {
        if (intent.isFirstAttempt()) {
            return intent.isPointless() || intent.hasLostItsToken() ? Mono.just(never(intent)) : network.take(intent);
        }
        return network.ask(intent).flatMap(answer -> answer instanceof NeverSeen ? unknown(intent) : Mono.just(answer));
    }

    private Mono<NetworkAnswer> unknown(Intent intent) {
        if (!intent.isPointless() && !intent.hasLostItsToken()) {
            return intents.taking(intent.key()).then(Mono.defer(() -> network.take(intent)));
        }
        return mayStillArrive(intent)
                ? Mono.error(NetworkFailure.inDoubt("it is given up, but what was sent may still arrive", null))
                : Mono.just(never(intent));
    }

    private static NetworkAnswer never(Intent intent) {
        return intent.hasLostItsToken() ? new Refused(USER_ERASED) : new NeverSeen();
    }

    private boolean mayStillArrive(Intent intent) {
        return intent.key().step() == Step.AUTHORIZE
                && clock.instant().isBefore(intent.takenAt().plus(properties.doubt()));
    }
}
