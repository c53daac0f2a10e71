package io.tollgate.products.product.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.Violation;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.Upserted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of each item, in the order in which they were sent. */
record BulkResponse(List<Item> items) {
    record Item(
            int index,
            String result,
            Optional<String> id,
            Optional<String> sku,
            Optional<String> etag,
            Optional<ItemProblem> problem) {
        static Item of(Upserted done, Product product) {
            return new Item(
                    done.index(),
                    done.outcome().name().toLowerCase(Locale.ROOT),
                    Optional.of(product.id().value()),
                    Optional.of(product.content().sku()),
                    Optional.of(ETags.of(product.version())),
                    Optional.empty());
        }

        static Item failed(int index, Problem problem) {
            return new Item(
                    index,
                    "failed",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ItemProblem.of(problem)));
        }
    }

    /** As it would be answered if the item had come alone; pointers lead into the item. */
    record ItemProblem(String type, String title, int status, Optional<String> detail, List<Violation> errors) {
        static ItemProblem of(Problem problem) {
            return new ItemProblem(
                    problem.type().uri().toString(),
                    problem.type().title(),
                    problem.type().status(),
                    problem.detail(),
                    problem.errors());
        }
    }
}
