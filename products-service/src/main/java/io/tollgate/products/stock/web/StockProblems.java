package io.tollgate.products.stock.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.products.stock.CountBelowReserved;
import io.tollgate.products.stock.StockChanged;
import io.tollgate.products.stock.StockNotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers are told when the stock refuses. */
@Configuration(proxyBeanMethods = false)
class StockProblems {
    static final ProblemType BELOW_RESERVED =
            new ProblemType("stock-below-reserved", 409, "More is promised to orders than was counted");

    @Bean
    RefusalTable stockRefusals() {
        return RefusalTable.of()
                .on(StockNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(StockChanged.class, refusal -> ETags.stale().problem())
                .on(CountBelowReserved.class, StockProblems::belowReserved);
    }

    private static Problem belowReserved(CountBelowReserved refusal) {
        return Problem.of(BELOW_RESERVED)
                .error("/onHand", "below-reserved", "must be at least what is set aside for orders")
                .with("reserved", refusal.reserved());
    }
}
