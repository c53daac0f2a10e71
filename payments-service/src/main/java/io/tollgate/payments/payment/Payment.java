package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The money of one order: where it stands at the network, and what orders decided. The next step follows from the two,
 * so that they may come in any order and any number of times.
 *
 * @param terms absent while the order was not seen being placed
 * @param authorization the network's name for the amount that was set aside
 * @param action what the network wants of the customer, or wanted
 * @param standing what was given back
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
        Optional<Action> action,
        Standing standing,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {
    /** Why a payment is declined whose order ended before the network was asked, or before it had heard. */
    static final String ORDER_ENDED = "order-ended";

    /** Why a payment is declined that the customer did not confirm in time. */
    static final String ACTION_EXPIRED = "action-expired";

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
                Standing.NOTHING,
                Optional.empty(),
                now,
                now);
    }

    /** The order was placed, late or again: a payment begins once, and never after its order was decided. */
    Change placedAgain(Terms late, Instant now) {
        return status == PaymentStatus.UNSEEN ? Answered.declined(on(late), ORDER_ENDED, now) : Change.nothing(this);
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
        return status == step.underWay() ? new Answered(this, step, now).by(answer) : Change.nothing(this);
    }

    /** The network did for a human what it had refused to us: the step ends as if it had just said so. */
    Change reversedByHand(Step refused, Instant now) {
        if (status != PaymentStatus.REVERSAL_REFUSED) {
            throw new NothingToReverse(id);
        }
        return new Answered(this, refused, now).by(new NetworkAnswer.Done(authorization.orElseThrow()));
    }

    /** Whether the customer may send the code now. */
    boolean awaitsAction(Instant now) {
        return status == PaymentStatus.ACTION_REQUIRED
                && action.filter(wanted -> now.isBefore(wanted.expiresAt())).isPresent();
    }

    /** The customer sent the code. */
    Change confirmed(Instant now) {
        return Change.from(this).beginning(Step.CONFIRM, now);
    }

    /** Time went by: ends a payment whose customer did nothing. */
    Change expired(Instant now) {
        return status == PaymentStatus.ACTION_REQUIRED && !awaitsAction(now)
                ? Change.from(because(ACTION_EXPIRED)).beginning(Step.ABANDON, now)
                : Change.nothing(this);
    }

    /** Orders canceled while the network's answer was not known. */
    public boolean isCancelRequested() {
        return decision == OrderDecision.CANCELED && status.isInDoubtBeforeCapture();
    }

    boolean belongsTo(String userId, String clientId) {
        return terms.filter(agreed -> agreed.userId().equals(userId))
                .filter(agreed -> agreed.clientId().equals(clientId))
                .isPresent();
    }

    Money total() {
        return terms.orElseThrow().amount();
    }

    /** What a canceled order is still to be given back. */
    Money rest() {
        return new Money(total().amount() - standing.refunded(), total().currency());
    }

    Optional<Step> stepDue() {
        if (status == PaymentStatus.AUTHORIZED && decision == OrderDecision.CONFIRMED) {
            return Optional.of(Step.CAPTURE);
        }
        if (decision != OrderDecision.CANCELED) {
            return Optional.empty();
        }
        return switch (status) {
            case ACTION_REQUIRED -> Optional.of(Step.ABANDON);
            case AUTHORIZED, CAPTURE_REFUSED -> Optional.of(Step.VOID);
            // what was asked for before has to end first: it decides how much is left
            case CAPTURED, PARTIALLY_REFUNDED ->
                standing.refunding() == 0 ? Optional.of(Step.REFUND) : Optional.empty();
            default -> Optional.empty();
        };
    }

    Payment moved(PaymentStatus next, Instant now) {
        return new Payment(
                id,
                orderId,
                version + 1,
                next,
                decision,
                terms,
                authorization,
                action,
                standing,
                reason,
                createdAt,
                now);
    }

    Payment heldAs(String name) {
        return with(terms, decision, Optional.of(name), action, standing, reason);
    }

    Payment awaiting(Action wanted) {
        return with(terms, decision, authorization, Optional.of(wanted), standing, reason);
    }

    Payment because(String code) {
        return with(terms, decision, authorization, action, standing, Optional.of(code));
    }

    Payment standing(Standing next) {
        return with(terms, decision, authorization, action, next, reason);
    }

    private Payment following(OrderDecision next) {
        return with(terms, next, authorization, action, standing, reason);
    }

    private Payment on(Terms agreed) {
        return with(Optional.of(agreed), decision, authorization, action, standing, reason);
    }

    private Payment with(
            Optional<Terms> agreed,
            OrderDecision decided,
            Optional<String> held,
            Optional<Action> wanted,
            Standing stands,
            Optional<String> why) {
        return new Payment(
                id, orderId, version, status, decided, agreed, held, wanted, stands, why, createdAt, updatedAt);
    }
}
