package io.tollgate.orders.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AskForCatalogTest {
    private final MemoryCatalog catalog = new MemoryCatalog();
    private final MutableClock clock = MutableClock.atNoon();
    private final List<Instant> asked = new ArrayList<>();
    private final AskForCatalog askForCatalog =
            new AskForCatalog(catalog, at -> Mono.fromRunnable(() -> asked.add(at)), clock);

    @Test
    void an_empty_copy_asks_until_something_comes() {
        look();
        look();
        catalog.add(new CatalogEntry(new ProductId("prd_1"), 1, Optional.empty(), clock.instant()))
                .block();
        look();

        assertThat(asked).containsExactly(clock.instant(), clock.instant());
    }

    private void look() {
        askForCatalog.handle().as(StepVerifier::create).verifyComplete();
    }
}
