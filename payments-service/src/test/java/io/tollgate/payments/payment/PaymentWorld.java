package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.VISA;

import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.values.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** All use cases on fakes, one order, and a clock that the test moves. */
final class PaymentWorld {
    static final IntentProperties PROPERTIES = new IntentProperties(
            Duration.ofSeconds(1),
            32,
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    final MutableClock clock = MutableClock.atNoon();
    final FakePayments payments = new FakePayments();
    final FakeIntents intents = new FakeIntents(payments, clock);
    final FakeLedger ledger = new FakeLedger();
    final FakeNetwork network = new FakeNetwork();
    final List<PaymentFact> told = new ArrayList<>();
    final List<ErasureReceipt> receipts = new ArrayList<>();

    private final SequentialIds ids = new SequentialIds();
    private final PaymentBook book = new PaymentBook(payments, intents, ledger, new Told());
    private final AuthorizePayment authorize = new AuthorizePayment(payments, book, ids, clock);
    private final FollowOrder follow = new FollowOrder(payments, book, ids, clock);
    private final RequestRefund refund = new RequestRefund(payments, book, clock);
    private final ConfirmPayment confirm = new ConfirmPayment(payments, book, clock);
    private final ExpireActions expire = new ExpireActions(payments, book, new NoTransactions(), clock);
    private final CardNetwork asked;
    private final RunIntent run;

    PaymentWorld() {
        this.asked = network;
        this.run = runner();
    }

    /** With another network than {@link #network}. */
    PaymentWorld(CardNetwork asked) {
        this.asked = asked;
        this.run = runner();
    }

    private RunIntent runner() {
        return new RunIntent(
                intents,
                new ResolveIntent(intents, asked, PROPERTIES, clock),
                new SettleIntent(payments, book, intents, new NoTransactions(), clock),
                new NoTraces(),
                PROPERTIES);
    }

    CardNetwork asked() {
        return asked;
    }

    PaymentWorld refunded(RefundId id, long amount) {
        refund.handle(ORDER, id, Money.of(amount, "EUR")).block();
        return this;
    }

    /** The customer sends a code; refused when none is awaited. */
    PaymentWorld codeSent() {
        confirm.handle(payment().id(), new Secret("123456"), TERMS.userId(), TERMS.clientId())
                .onErrorComplete(NoActionAwaited.class)
                .block();
        return this;
    }

    /** Ends what its customer did not confirm in time, as the schedule does. */
    PaymentWorld expired() {
        expire.handle().block();
        return this;
    }

    private final class Told implements PaymentEvents {
        @Override
        public Mono<Void> publish(List<PaymentFact> facts) {
            return Mono.fromRunnable(() -> told.addAll(facts));
        }

        @Override
        public Mono<Void> publish(ErasureReceipt receipt) {
            return Mono.fromRunnable(() -> receipts.add(receipt));
        }
    }

    PaymentWorld placed() {
        authorize.handle(ORDER, TERMS, VISA).block();
        return this;
    }

    PaymentWorld confirmed() {
        follow.handle(ORDER, OrderDecision.CONFIRMED).block();
        return this;
    }

    PaymentWorld canceled() {
        follow.handle(ORDER, OrderDecision.CANCELED).block();
        return this;
    }

    /** Runs whatever is due, as the sweeper does, until nothing is. */
    PaymentWorld swept() {
        List<IntentKey> due = intents.due(10).collectList().block();
        while (!due.isEmpty()) {
            due.forEach(key -> run.handle(key).block());
            due = intents.due(10).collectList().block();
        }
        return this;
    }

    PaymentWorld after(Duration time) {
        clock.advance(time);
        return this;
    }

    Mono<RunIntent.Result> runs(Step step) {
        return run.handle(IntentKey.of(payment().id(), step));
    }

    Payment payment() {
        return payments.findByOrder(ORDER).block();
    }

    List<PaymentFact.Kind> facts() {
        return told.stream().map(PaymentFact::kind).toList();
    }

    private static final class NoTransactions implements UnitOfWork {
        @Override
        public <T> Mono<T> run(Mono<T> work) {
            return work;
        }
    }

    private static final class NoTraces implements IntentTraces {
        @Override
        public Mono<Optional<String>> here() {
            return Mono.just(Optional.empty());
        }

        @Override
        public <T> Mono<T> within(Intent intent, Mono<T> work) {
            return work;
        }
    }
}
