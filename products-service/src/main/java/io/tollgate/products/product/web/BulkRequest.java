package io.tollgate.products.product.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The body of POST /v1/products/bulk; each item is judged for itself. */
record BulkRequest(@NotNull @NotEmpty @Size(max = 1000) List<JsonNode> items) {}
