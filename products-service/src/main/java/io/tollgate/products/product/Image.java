package io.tollgate.products.product;

/** A picture by reference, and what it shows for who cannot see it. */
public record Image(String url, String alt) {}
