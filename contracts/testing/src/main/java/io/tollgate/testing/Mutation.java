package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** A body with one thing wrong, or odd, and where that is. */
record Mutation(String what, String pointer, JsonNode body) {}
