package io.tollgate.cli.demo;

import java.util.List;

/** What a fresh platform is given to try out: an API client, a user, a small catalog. */
public record Seed(String apiKey, String email, String password, List<String> productIds) {

    @Override
    public String toString() {
        return "Seed[" + email + "]";
    }
}
