package io.tollgate.broken.otherrooms.catalog.store;

public record EntryRow(String id) {}
