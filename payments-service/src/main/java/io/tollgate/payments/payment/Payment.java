package io.tollgate.payments.payment;

import io.tollgate.payments.payment.NetworkAnswer.Done;
import io.tollgate.payments.payment.NetworkAnswer.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * The money of one order: where it stands at the network, and what orders decided. The next step follows from the two,
 * so that they may come in any order and any number of times.
 *
 * @param terms absent while the order was not seen being placed
 * @param authorization the network's name for the amount that was set aside
 * @param reason why it was declined, or why the last step was refused
 */
public record Payment(
        PaymentId id,
        OrderId orderId,
        long version,
        PaymentStatus status,
        OrderDecision decision,
        Optional<Terms> terms,
        Optional<String> authorization,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {
    /** Why a payment is declined whose order ended before the network was asked, or before it had heard. */
    static final String ORDER_ENDED = "order-ended";

    private static final String ALREADY_CAPTURED = "already_captured";

    /** The order was placed: the amount is to be set aside. */
    static Change placed(PaymentId id, OrderId orderId, Terms terms, Instant now) {
        return Change.first(first(id, orderId, now).on(terms)).beginning(Step.AUTHORIZE, now);
    }

    /** A tombstone: orders decided about an order that was not seen yet. */
    static Change decidedUnseen(PaymentId id, OrderId orderId, OrderDecision decision, Instant now) {
        return Change.first(first(id, orderId, now).following(decision).moved(PaymentStatus.UNSEEN, now));
    }

    private static Payment first(PaymentId id, OrderId orderId, Instant now) {
        return new Payment(
                id,
                orderId,
                0,
                PaymentStatus.UNSEEN,
                OrderDecision.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now);
    }

    /** The order was placed, late or again: a payment begins once, and never after its order was decided. */
    Change placedAgain(Terms late, Instant now) {
        return status == PaymentStatus.UNSEEN ? on(late).declined(ORDER_ENDED, now) : Change.nothing(this);
    }

    /** Orders confirmed or canceled. */
    Change decided(OrderDecision decided, Instant now) {
        if (!decision.yieldsTo(decided)) {
            return Change.nothing(this);
        }
        Payment next = following(decided);
        return next.stepDue()
                .map(step -> Change.from(next).beginning(step, now))
                .orElseGet(() -> Change.from(next).moving(status, now));
    }

    /** What the network says of a step; ignored unless that step is under way. */
    Change answered(Step step, NetworkAnswer answer, Instant now) {
        if (status != step.underWay()) {
            return Change.nothing(this);
        }
        if (answer instanceof Done done) {
            return done(step, done.authorization(), now);
        }
        if (answer instanceof Refused refused) {
            return refused(step, refused.code(), now);
        }
        return neverTaken(step, now);
    }

    /** Orders canceled while the network's answer was not known. */
    public boolean isCancelRequested() {
        return decision == OrderDecision.CANCELED
                && (status == PaymentStatus.AUTHORIZING || status == PaymentStatus.CAPTURING);
    }

    boolean belongsTo(String userId, String clientId) {
        return terms.filter(agreed -> agreed.userId().equals(userId))
                .filter(agreed -> agreed.clientId().equals(clientId))
                .isPresent();
    }

    private Change done(Step step, String authorizedAs, Instant now) {
        return switch (step) {
            case AUTHORIZE -> heldAs(authorizedAs).reached(PaymentStatus.AUTHORIZED, PaymentFact.Kind.AUTHORIZED, now);
            case CAPTURE -> reached(PaymentStatus.CAPTURED, PaymentFact.Kind.CAPTURED, now);
            case VOID -> reached(PaymentStatus.VOIDED, PaymentFact.Kind.VOIDED, now);
            case REFUND -> reached(PaymentStatus.REFUNDED, PaymentFact.Kind.REFUNDED, now);
        };
    }

    private Change refused(Step step, String code, Instant now) {
        return switch (step) {
            case AUTHORIZE -> declined(code, now);
            case CAPTURE -> because(code).reached(PaymentStatus.CAPTURE_REFUSED, PaymentFact.Kind.CAPTURE_REFUSED, now);
            case VOID ->
                code.equals(ALREADY_CAPTURED)
                        ? reached(PaymentStatus.CAPTURED, PaymentFact.Kind.CAPTURED, now)
                        : stuck(code, now);
            case REFUND -> stuck(code, now);
        };
    }

    /** Of use only when the order is canceled; else the step is still to be taken. */
    private Change neverTaken(Step step, Instant now) {
        if (!isCancelRequested()) {
            return Change.nothing(this);
        }
        // The void settles it even if the capture should still arrive: the network lets only one of the two happen.
        return step == Step.AUTHORIZE
                ? declined(ORDER_ENDED, now)
                : Change.from(this).beginning(Step.VOID, now);
    }

    private Change declined(String code, Instant now) {
        return because(code).reached(PaymentStatus.DECLINED, PaymentFact.Kind.DECLINED, now);
    }

    private Change stuck(String code, Instant now) {
        return Change.from(because(code)).moving(PaymentStatus.REVERSAL_REFUSED, now);
    }

    private Change reached(PaymentStatus there, PaymentFact.Kind fact, Instant now) {
        Change change = Change.from(this).moving(there, now).telling(fact);
        return change.payment()
                .stepDue()
                .map(step -> change.beginning(step, now))
                .orElse(change);
    }

    private Optional<Step> stepDue() {
        if (status == PaymentStatus.AUTHORIZED && decision == OrderDecision.CONFIRMED) {
            return Optional.of(Step.CAPTURE);
        }
        if (decision != OrderDecision.CANCELED) {
            return Optional.empty();
        }
        return switch (status) {
            case AUTHORIZED, CAPTURE_REFUSED -> Optional.of(Step.VOID);
            case CAPTURED -> Optional.of(Step.REFUND);
            default -> Optional.empty();
        };
    }

    Payment moved(PaymentStatus next, Instant now) {
        return new Payment(id, orderId, version + 1, next, decision, terms, authorization, reason, createdAt, now);
    }

    private Payment following(OrderDecision next) {
        return new Payment(id, orderId, version, status, next, terms, authorization, reason, createdAt, updatedAt);
    }

    private Payment on(Terms agreed) {
        return new Payment(
                id,
                orderId,
                version,
                status,
                decision,
                Optional.of(agreed),
                authorization,
                reason,
                createdAt,
                updatedAt);
    }

    private Payment heldAs(String name) {
        return new Payment(
                id, orderId, version, status, decision, terms, Optional.of(name), reason, createdAt, updatedAt);
    }

    private Payment because(String code) {
        return new Payment(
                id, orderId, version, status, decision, terms, authorization, Optional.of(code), createdAt, updatedAt);
    }
}
