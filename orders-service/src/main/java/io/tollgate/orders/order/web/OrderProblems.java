package io.tollgate.orders.order.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.orders.order.AlreadyShipped;
import io.tollgate.orders.order.ExternalIdTaken;
import io.tollgate.orders.order.MixedCurrencies;
import io.tollgate.orders.order.OrderNotFound;
import io.tollgate.orders.order.PriceChanged;
import io.tollgate.orders.order.RepeatedProduct;
import io.tollgate.orders.order.RetiredProduct;
import io.tollgate.orders.order.TooManyStreams;
import io.tollgate.orders.order.TotalTooLarge;
import io.tollgate.orders.order.UnknownProduct;
import io.tollgate.orders.order.UserErased;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers are told when orders refuses. */
@Configuration(proxyBeanMethods = false)
class OrderProblems {
    static final ProblemType UNKNOWN_PRODUCT =
            new ProblemType("unknown-product", 422, "The catalog has no such product");
    static final ProblemType PRICE_CHANGED =
            new ProblemType("price-changed", 409, "A product has another price than expected");
    static final ProblemType MIXED_CURRENCIES =
            new ProblemType("mixed-currencies", 422, "An order is paid in one currency");
    static final ProblemType TOTAL_TOO_LARGE = new ProblemType("total-too-large", 422, "The total is too large");
    static final ProblemType PRODUCT_RETIRED = new ProblemType("product-retired", 422, "A product is no longer sold");
    static final ProblemType EXTERNAL_ID_TAKEN =
            new ProblemType("external-id-taken", 409, "The API client has an order of this externalId");
    static final ProblemType TOO_MANY_STREAMS =
            new ProblemType("too-many-streams", 429, "Too many orders are followed at the same time");
    static final ProblemType ORDER_SHIPPED = new ProblemType("order-shipped", 409, "The order is on its way");

    static final ProblemType CREDENTIALS_INVALID =
            new ProblemType("credentials-invalid", 401, "The user's credentials are not valid");

    @Bean
    RefusalTable orderRefusals() {
        return RefusalTable.of()
                .on(OrderNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(UnknownProduct.class, OrderProblems::unknownProduct)
                .on(RetiredProduct.class, OrderProblems::retiredProduct)
                .on(ExternalIdTaken.class, OrderProblems::externalIdTaken)
                .on(UserErased.class, refusal -> Problem.of(CREDENTIALS_INVALID))
                .on(AlreadyShipped.class, refusal -> Problem.of(ORDER_SHIPPED))
                .on(TooManyStreams.class, refusal -> Problem.of(TOO_MANY_STREAMS)
                        .retryAfter(refusal.retryAfter()))
                .on(PriceChanged.class, OrderProblems::priceChanged)
                .on(RepeatedProduct.class, OrderProblems::repeatedProduct)
                .on(MixedCurrencies.class, refusal -> Problem.of(MIXED_CURRENCIES))
                .on(TotalTooLarge.class, refusal -> Problem.of(TOTAL_TOO_LARGE));
    }

    private static Problem unknownProduct(UnknownProduct refusal) {
        Problem problem = products(Problem.of(UNKNOWN_PRODUCT), refusal.lines(), "unknown", "is not in the catalog");
        return refusal.catalogAsOf()
                .map(asOf -> problem.with("catalogAsOf", asOf))
                .orElse(problem);
    }

    private static Problem repeatedProduct(RepeatedProduct refusal) {
        return products(
                Problem.of(ProblemTypes.VALIDATION_FAILED),
                refusal.lines(),
                "repeated",
                "has a line of its own already");
    }

    private static Problem retiredProduct(RetiredProduct refusal) {
        return products(Problem.of(PRODUCT_RETIRED), refusal.lines(), "retired", "is no longer sold");
    }

    private static Problem externalIdTaken(ExternalIdTaken refusal) {
        Problem problem = Problem.of(EXTERNAL_ID_TAKEN).error("/externalId", "taken", "is the name of another order");
        return refusal.order()
                .map(order -> problem.with("orderId", order.value()))
                .orElse(problem);
    }

    private static Problem priceChanged(PriceChanged refusal) {
        Problem problem = Problem.of(PRICE_CHANGED);
        for (int line : refusal.current().keySet()) {
            problem = problem.error(
                    "/lines/" + line + "/expectedPrice",
                    "price-changed",
                    "is now " + refusal.current().get(line));
        }
        return problem;
    }

    private static Problem products(Problem problem, List<Integer> lines, String code, String sentence) {
        Problem told = problem;
        for (int line : lines) {
            told = told.error("/lines/" + line + "/productId", code, sentence);
        }
        return told;
    }
}
