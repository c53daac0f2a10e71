package io.tollgate.products.product;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be ordered while it is active, at the price in effect.
 *
 * @param price of the content's prices the one in effect; an active product always has one
 */
public record Product(ProductId id, long version, Content content, Status status, Optional<Price> price, Times times) {
    private static final long FIRST = 1;

    static Change drafted(ProductId id, Content content, Instant now) {
        return Change.of(draft(id, content, now), List.of());
    }

    /** Entered at once, as its first version. */
    static Change published(ProductId id, Content content, Instant now) {
        requirePrice(content, now);
        Product product = draft(id, content, now)
                .as(Status.ACTIVE, FIRST, Times.created(now).published(now));
        return Change.of(product, List.of(new ProductEvent.Published(product)));
    }

    Change publish(Instant now) {
        return publishAs(content, now);
    }

    /** Says something else of it, if it is active, or enters it with that. */
    Change publishAs(Content other, Instant now) {
        if (status != Status.DRAFT) {
            return revise(other, now);
        }
        requirePrice(other, now);
        Product next = new Product(
                id, version + 1, other, Status.ACTIVE, other.prices().at(now), times.published(now));
        return Change.of(next, List.of(new ProductEvent.Published(next)));
    }

    Change retire(Instant now) {
        if (status == Status.RETIRED) {
            return Change.nothing(this);
        }
        if (status == Status.DRAFT) {
            throw new NotPublished(id);
        }
        Product next = as(Status.RETIRED, version + 1, times.retired(now));
        return Change.of(next, List.of(new ProductEvent.Retired(next)));
    }

    /** Says something else of it from now on. */
    Change revise(Content other, Instant now) {
        requireNotRetired();
        if (content.equals(other)) {
            return Change.nothing(this);
        }
        if (status == Status.ACTIVE) {
            requirePrice(other, now);
        }
        return next(other, now);
    }

    /** The clock moved on: perhaps another of its prices is in effect. */
    Change reprice(Instant now) {
        Product next =
                new Product(id, version + 1, content, status, content.prices().at(now), times.updated(now));
        boolean told = status == Status.ACTIVE && !next.money().equals(money());
        return Change.of(next, told ? List.of(new ProductEvent.Repriced(next)) : List.of());
    }

    /** When to look at the price again; nobody waits for the prices of what is retired. */
    public Optional<Instant> repricedAt() {
        return status == Status.RETIRED ? Optional.empty() : content.prices().changesAfter(times.updated());
    }

    /** In minor units; nothing while a draft has no price. */
    public long amount() {
        return money().map(Money::amount).orElse(0L);
    }

    private Change next(Content other, Instant now) {
        Product next =
                new Product(id, version + 1, other, status, other.prices().at(now), times.updated(now));
        return Change.of(next, status == Status.ACTIVE ? next.factsSince(this) : List.of());
    }

    private List<ProductEvent> factsSince(Product before) {
        boolean repriced = !money().equals(before.money());
        List<ProductEvent> facts = new ArrayList<>();
        if (!repriced || !content.saysAs(before.content)) {
            facts.add(new ProductEvent.Changed(this));
        }
        if (repriced) {
            facts.add(new ProductEvent.Repriced(this));
        }
        return facts;
    }

    private static Product draft(ProductId id, Content content, Instant now) {
        return new Product(id, FIRST, content, Status.DRAFT, content.prices().at(now), Times.created(now));
    }

    private Optional<Money> money() {
        return price.map(Price::money);
    }

    private Product as(Status next, long nextVersion, Times then) {
        return new Product(id, nextVersion, content, next, price, then);
    }

    private void requireNotRetired() {
        if (status == Status.RETIRED) {
            throw new ProductRetired(id);
        }
    }

    private static void requirePrice(Content content, Instant now) {
        if (!content.prices().last(now)) {
            throw new PriceMissing(content.sku());
        }
    }
}
