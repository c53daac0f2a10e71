package io.tollgate.payments.payment;

import io.tollgate.payments.payment.NetworkAnswer.ActionRequired;
import io.tollgate.payments.payment.NetworkAnswer.Done;
import io.tollgate.payments.payment.NetworkAnswer.NeverSeen;
import io.tollgate.payments.payment.NetworkAnswer.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import reactor.core.publisher.Mono;

/** A network that keeps real books and has every trouble there is: lost requests and answers, late ones, refusals. */
final class ModelNetwork implements CardNetwork {
    private enum Held {
        NOTHING,
        AWAITING,
        DECLINED,
        AUTHORIZED,
        CAPTURED,
        VOIDED
    }

    private static final Action CODE_WANTED =
            new Action("https://cards.example/3ds/auth_1", PaymentFixtures.NOON.plusSeconds(60));

    private final Map<String, NetworkAnswer> answers = new HashMap<>();
    private final List<Intent> onTheirWay = new ArrayList<>();
    private final Random chance;
    private boolean troubled = true;
    private Held held = Held.NOTHING;
    private int captures;
    private long captured;
    private long refunded;

    ModelNetwork(Random chance) {
        this.chance = chance;
    }

    void recovers() {
        troubled = false;
    }

    int captures() {
        return captures;
    }

    long kept() {
        return captured - refunded;
    }

    boolean holds() {
        return held == Held.AUTHORIZED;
    }

    @Override
    public Mono<NetworkAnswer> take(Intent intent) {
        return Mono.defer(() -> {
            arrivals();
            switch (troubled ? chance.nextInt(6) : 5) {
                case 0:
                    return Mono.error(NetworkFailure.notAsked("left alone", null));
                case 1:
                    return Mono.error(NetworkFailure.inDoubt("lost", null));
                case 2:
                    onTheirWay.add(intent);
                    return Mono.error(NetworkFailure.inDoubt("late", null));
                case 3:
                    arrive(intent);
                    return Mono.error(NetworkFailure.inDoubt("answer lost", null));
                default:
                    return Mono.just(arrive(intent));
            }
        });
    }

    @Override
    public Mono<NetworkAnswer> ask(Intent intent) {
        return Mono.defer(() -> {
            arrivals();
            return troubled && chance.nextInt(3) == 0
                    ? Mono.error(NetworkFailure.inDoubt("no answer", null))
                    : Mono.just(answers.getOrDefault(intent.key().networkKey(), new NeverSeen()));
        });
    }

    /** What was late arrives now, or still later. */
    private void arrivals() {
        List<Intent> now = onTheirWay.stream()
                .filter(late -> !troubled || chance.nextBoolean())
                .toList();
        onTheirWay.removeAll(now);
        now.forEach(this::arrive);
    }

    private NetworkAnswer arrive(Intent intent) {
        return answers.computeIfAbsent(intent.key().networkKey(), key -> decide(intent));
    }

    private NetworkAnswer decide(Intent intent) {
        return switch (intent.key().step()) {
            case AUTHORIZE -> chance.nextInt(10) == 0 ? new Refused("card_declined") : authorize();
            case CONFIRM -> chance.nextInt(3) == 0 ? wrongCode() : moved(Held.AWAITING, Held.AUTHORIZED);
            case ABANDON ->
                held == Held.AWAITING ? moved(Held.AWAITING, Held.VOIDED) : moved(Held.AUTHORIZED, Held.VOIDED);
            case CAPTURE -> chance.nextInt(10) == 0 ? new Refused("capture_refused") : capture(intent);
            case VOID -> moved(Held.AUTHORIZED, Held.VOIDED);
            case REFUND -> refund(intent);
        };
    }

    /** Every other card wants a code first. */
    private NetworkAnswer authorize() {
        if (chance.nextBoolean()) {
            return moved(Held.NOTHING, Held.AUTHORIZED);
        }
        return moved(Held.NOTHING, Held.AWAITING) instanceof Refused refused
                ? refused
                : new ActionRequired("auth_1", CODE_WANTED);
    }

    private NetworkAnswer wrongCode() {
        return moved(Held.AWAITING, Held.DECLINED) instanceof Refused refused
                ? refused
                : new Refused("confirmation_failed");
    }

    private NetworkAnswer capture(Intent intent) {
        NetworkAnswer answer = moved(Held.AUTHORIZED, Held.CAPTURED);
        if (answer instanceof Done) {
            captures++;
            captured += intent.amount().amount();
        }
        return answer;
    }

    private NetworkAnswer refund(Intent intent) {
        if (held != Held.CAPTURED || refunded + intent.amount().amount() > captured || chance.nextInt(10) == 0) {
            return new Refused("refund_refused");
        }
        refunded += intent.amount().amount();
        return new Done("auth_1");
    }

    private NetworkAnswer moved(Held from, Held to) {
        if (held != from) {
            return new Refused("already_" + held.name().toLowerCase());
        }
        held = to;
        return new Done("auth_1");
    }
}
