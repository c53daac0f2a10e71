package io.tollgate.products.stock.messages;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.RefusalReason;
import io.tollgate.products.stock.StockRefused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** products.stock-refused.v1 as it goes over the bus. */
record StockRefusedMessage(String orderId, long version, String reason, List<String> productIds, Instant refusedAt) {
    static final String TYPE = "products.stock-refused.v1";

    static StockRefusedMessage of(StockRefused fact) {
        return new StockRefusedMessage(
                fact.orderId().value(),
                fact.version(),
                word(fact.reason()),
                fact.productIds().stream().map(ProductId::value).toList(),
                fact.refusedAt());
    }

    private static String word(RefusalReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
