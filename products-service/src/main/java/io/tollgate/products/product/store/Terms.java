package io.tollgate.products.product.store;

import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The terms of the products, made anew with each change. */
@Component
class Terms {
    private static final String DELETE = "DELETE FROM product_term WHERE product_id = :id";

    private static final String TABLE = "INSERT INTO product_term ";

    private final DatabaseClient database;

    Terms(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Product product) {
        List<String> terms = Term.of(product.content());
        GenericExecuteSpec insert =
                database.sql(insert(terms.size())).bind("id", product.id().value());
        for (int i = 0; i < terms.size(); i++) {
            insert = insert.bind("term" + i, terms.get(i));
        }
        return insert.then();
    }

    Mono<Void> replace(Product product) {
        return delete(product.id()).then(Mono.defer(() -> add(product)));
    }

    private Mono<Void> delete(ProductId id) {
        return database.sql(DELETE).bind("id", id.value()).then();
    }

    /** All in one statement: over a network each costs a turn. */
    static String insert(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "(:term" + i + ", :id)")
                .collect(Collectors.joining(", ", TABLE.concat("(term, product_id) VALUES "), ""));
    }
}
