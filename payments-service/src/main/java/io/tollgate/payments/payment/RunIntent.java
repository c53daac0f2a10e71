package io.tollgate.payments.payment;

import java.time.Duration;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes one step at the card network: no transaction is open and no connection held while the network is asked. */
@Service
public class RunIntent {
    private static final Logger LOG = LoggerFactory.getLogger(RunIntent.class);

    /** How a run ended. */
    public enum Result {
        SETTLED,
        /** The network gave no answer: later again. */
        POSTPONED,
        /** The network is left alone: later, as if nothing had been tried. */
        NOT_ASKED,
        /** Somebody else works on it, or it is settled. */
        NOT_OURS
    }

    private final Intents intents;
    private final ResolveIntent resolve;
    private final SettleIntent settle;
    private final IntentTraces traces;
    private final IntentProperties properties;
    private final Random chance = new Random();

    RunIntent(
            Intents intents,
            ResolveIntent resolve,
            SettleIntent settle,
            IntentTraces traces,
            IntentProperties properties) {
        this.intents = intents;
        this.resolve = resolve;
        this.settle = settle;
        this.traces = traces;
        this.properties = properties;
    }

    public Mono<Result> handle(IntentKey key) {
        return intents.claim(key, properties.claim())
                .flatMap(intent -> traces.within(intent, run(intent)))
                .defaultIfEmpty(Result.NOT_OURS);
    }

    private Mono<Result> run(Intent intent) {
        return resolve.handle(intent)
                .flatMap(answer -> settle.handle(intent.key(), answer).thenReturn(Result.SETTLED))
                .onErrorResume(NetworkFailure.class, failure -> postpone(intent, failure));
    }

    private Mono<Result> postpone(Intent intent, NetworkFailure failure) {
        Duration pause = properties.pauseAfter(intent.attempt(), chance.nextDouble());
        if (failure.wasAsked()) {
            LOG.warn("{} is in doubt after attempt {}: {}", intent.key(), intent.attempt(), failure.getMessage());
            return intents.postpone(intent.key(), pause).thenReturn(Result.POSTPONED);
        }
        return intents.giveBack(intent.key(), pause).thenReturn(Result.NOT_ASKED);
    }
}
