package io.tollgate.products.product.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.Refusals;
import io.tollgate.products.product.Upsert;
import io.tollgate.products.product.Upserted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells the items that can be read from those that cannot, and puts what became of both together again. */
@Component
class BulkItems {
    private final ProductBodies bodies;
    private final Refusals refusals;

    BulkItems(ProductBodies bodies, Refusals refusals) {
        this.bodies = bodies;
        this.refusals = refusals;
    }

    /** What can be tried, and the answers to what cannot. */
    record Read(List<Upsert> readable, List<BulkResponse.Item> failed) {}

    Read read(BulkRequest request) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        Set<String> skus = new HashSet<>();
        for (int i = 0; i < request.items().size(); i++) {
            read(i, request.items().get(i), skus, read);
        }
        return read;
    }

    BulkResponse answer(Read read, List<Upserted> results) {
        TreeMap<Integer, BulkResponse.Item> items = new TreeMap<>();
        read.failed.forEach(item -> items.put(item.index(), item));
        results.forEach(result -> items.put(result.index(), item(result)));
        return new BulkResponse(List.copyOf(items.values()));
    }

    private void read(int index, JsonNode body, Set<String> skus, Read read) {
        try {
            ProductRequest request = bodies.read(body);
            requireNew(request, skus);
            read.readable.add(new Upsert(index, request.toContent(), request.active()));
        } catch (RuntimeException refusal) {
            read.failed.add(BulkResponse.Item.failed(index, problem(refusal)));
        }
    }

    private static void requireNew(ProductRequest request, Set<String> skus) {
        if (!skus.add(request.sku().toUpperCase(Locale.ROOT))) {
            throw Problem.of(ProblemTypes.VALIDATION_FAILED)
                    .error("/sku", "repeated", "is the SKU of an item before this one")
                    .asRefusal();
        }
    }

    private BulkResponse.Item item(Upserted result) {
        return result.product()
                .map(product -> BulkResponse.Item.of(result, product))
                .orElseGet(() -> BulkResponse.Item.failed(
                        result.index(), problem(result.refusal().orElseThrow())));
    }

    private Problem problem(RuntimeException refusal) {
        return refusals.problemOf(refusal).orElseThrow(() -> refusal);
    }
}
