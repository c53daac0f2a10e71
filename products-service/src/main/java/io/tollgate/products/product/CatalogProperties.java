package io.tollgate.products.product;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the catalog keeps itself up to date.
 *
 * @param freshFor how long callers may show what they read without asking again
 * @param sweep how often is looked for prices whose time has come, and for a republication that is wanted
 * @param batch how many products are repriced, or told of again, at once
 */
@Validated
@ConfigurationProperties("products.catalog")
public record CatalogProperties(
        @NotNull @DefaultValue("10s") Duration freshFor,
        @NotNull @DefaultValue("1s") Duration sweep,
        @Min(1) @Max(1000) @DefaultValue("200") int batch) {}
