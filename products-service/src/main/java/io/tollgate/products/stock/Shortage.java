package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.util.List;

/** The products that cannot be set aside, and why. */
record Shortage(RefusalReason reason, List<ProductId> productIds) {}
