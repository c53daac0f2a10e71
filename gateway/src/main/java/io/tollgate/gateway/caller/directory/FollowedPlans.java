package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.plan.PlanBook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All plans of users-service, read again when one of them changed; what cannot be read leaves the old ones in force. */
@Component
final class FollowedPlans implements PlanBook {
    private static final Logger log = LoggerFactory.getLogger(FollowedPlans.class);
    private static final String KIND = "plans";
    private static final String PATH = "/internal/v1/plans";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final UsersService users;
    private final Counter failures;
    private final AtomicLong wanted = new AtomicLong();
    private volatile Book book = new Book(-1, Map.of());
    private volatile boolean failing;

    FollowedPlans(UsersService users, MeterRegistry meters) {
        this.users = users;
        this.failures = meters.counter("tollgate.gateway.plans.failures");
        meters.gauge("tollgate.gateway.plans", this, plans -> plans.book.plans.size());
    }

    @Override
    public Plan current(Plan known) {
        return book.plans.getOrDefault(known.name(), known);
    }

    /** The book that is known may be of another feed, whatever its version: it is read again. */
    void begin() {
        book = new Book(-1, book.plans);
        wanted.set(0);
    }

    /** A plan changed: the book is read again until it has at least this version. */
    void changed(long version) {
        wanted.accumulateAndGet(version, Math::max);
    }

    /** Reads the book if it is not as new as it should be; never fails. */
    Mono<Void> refresh() {
        return Mono.defer(() -> book.version < wanted.get() ? read().onErrorComplete() : Mono.empty());
    }

    /** Reads the book if this plan is not in it; nobody is let in whose plan cannot be read, and may be a narrow one. */
    Mono<Void> learn(String name) {
        return Mono.defer(() -> book.plans.containsKey(name) ? Mono.empty() : read())
                .onErrorMap(unread -> new CallerRefused.DirectoryAway(SOON));
    }

    private Mono<Void> read() {
        return users.read(KIND, PATH, Plans.class)
                .map(Plans::book)
                .switchIfEmpty(Mono.defer(this::none))
                .doOnNext(this::swap)
                .doOnError(this::missed)
                .then();
    }

    /** A users-service that has no book yet has no plans but those of its keys' answers; one that had a book has lost it. */
    private Mono<Book> none() {
        return book.plans.isEmpty()
                ? Mono.just(new Book(wanted.get(), Map.of()))
                : Mono.error(() -> new IllegalStateException("the book of plans is not there any more"));
    }

    private void swap(Book read) {
        if (read.version >= book.version) {
            book = read;
        }
        if (failing) {
            log.info("the plans can be read again");
            failing = false;
        }
    }

    private void missed(Throwable failure) {
        failures.increment();
        if (!failing) {
            log.warn("the plans cannot be read, those known before stay in force: {}", failure.getMessage());
            failing = true;
        }
    }

    private record Book(long version, Map<String, Plan> plans) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Plans(List<PlanTerms> items, long version) {
        Book book() {
            return new Book(
                    version,
                    items.stream().map(PlanTerms::plan).collect(Collectors.toMap(Plan::name, Function.identity())));
        }
    }
}
