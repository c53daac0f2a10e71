package io.tollgate.products.stock.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.products.stock.BelowReserved;
import io.tollgate.products.stock.StockChanged;
import io.tollgate.products.stock.StockNotFound;
import io.tollgate.products.stock.StockTooLarge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers are told when the stock refuses. */
@Configuration(proxyBeanMethods = false)
class StockProblems {
    static final ProblemType BELOW_RESERVED =
            new ProblemType("stock-below-reserved", 409, "More is promised to orders than would be there");
    static final ProblemType TOO_LARGE = new ProblemType("stock-too-large", 409, "The stock would be too large");

    @Bean
    RefusalTable stockRefusals() {
        return RefusalTable.of()
                .on(StockNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(StockChanged.class, refusal -> ETags.stale().problem())
                .on(StockTooLarge.class, refusal -> Problem.of(TOO_LARGE))
                .on(BelowReserved.class, refusal -> Problem.of(BELOW_RESERVED).with("reserved", refusal.reserved()));
    }
}
