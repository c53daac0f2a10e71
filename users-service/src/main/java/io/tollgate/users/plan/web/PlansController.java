package io.tollgate.users.plan.web;

import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.FeedHead;
import io.tollgate.users.plan.Plans;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All plans, for gateways; nobody else is heard on internal paths. */
@RestController
class PlansController {
    private final Plans plans;
    private final CredentialFeed feed;

    PlansController(Plans plans, CredentialFeed feed) {
        this.plans = plans;
        this.feed = feed;
    }

    /** The version is read first: plans newer than it are asked for once more, older ones there are not. */
    @GetMapping("/internal/v1/plans")
    Mono<PlanBook> all() {
        return feed.head().map(FeedHead::plans).flatMap(this::book);
    }

    private Mono<PlanBook> book(long version) {
        return plans.all().map(PlanView::of).collectList().map(items -> new PlanBook(items, version));
    }

    /** Every plan, as of a position of the feed. */
    record PlanBook(List<PlanView> items, long version) {}
}
