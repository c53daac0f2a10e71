package io.tollgate.http;

import java.net.URI;

/** A kind of refusal that clients may program against: its name never changes, and problems.md has a row for it. */
public record ProblemType(String name, int status, String title) {
    private static final String BASE = "https://tollgate.io/problems/";

    public URI uri() {
        return URI.create(BASE + name);
    }
}
