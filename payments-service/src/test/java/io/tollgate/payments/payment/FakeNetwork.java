package io.tollgate.payments.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A network that says yes to everything, unless it is told otherwise; each key is done once. */
final class FakeNetwork implements CardNetwork {
    /** What goes wrong with the next call. */
    enum Trouble {
        NONE,
        /** Nothing is sent: it is known that the network is in trouble. */
        LEFT_ALONE,
        /** Nothing arrives. */
        LOST,
        /** It arrives and is done, but the answer gets lost. */
        ANSWER_LOST
    }

    private final Map<String, NetworkAnswer> done = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<NetworkAnswer> refusal = Optional.empty();
    private Trouble trouble = Trouble.NONE;

    FakeNetwork troubledBy(Trouble next) {
        trouble = next;
        return this;
    }

    FakeNetwork refusing(String code) {
        refusal = Optional.of(new NetworkAnswer.Refused(code));
        return this;
    }

    List<String> calls() {
        List<String> all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    @Override
    public Mono<NetworkAnswer> take(Intent intent) {
        return Mono.defer(() -> {
            String key = intent.key().networkKey();
            if (trouble == Trouble.LEFT_ALONE) {
                return leftAlone();
            }
            calls.add("take " + intent.key().step());
            if (trouble != Trouble.LOST) {
                done.putIfAbsent(key, refusal.orElse(new NetworkAnswer.Done("auth_1")));
            }
            return trouble == Trouble.NONE ? Mono.just(done.get(key)) : silence();
        });
    }

    @Override
    public Mono<NetworkAnswer> ask(Intent intent) {
        return Mono.defer(() -> {
            if (trouble == Trouble.LEFT_ALONE) {
                return leftAlone();
            }
            calls.add("ask " + intent.key().step());
            return Mono.just(done.getOrDefault(intent.key().networkKey(), new NetworkAnswer.NeverSeen()));
        });
    }

    private static Mono<NetworkAnswer> leftAlone() {
        return Mono.error(NetworkFailure.notAsked("left alone", null));
    }

    private static Mono<NetworkAnswer> silence() {
        return Mono.error(NetworkFailure.inDoubt("silence", null));
    }
}
