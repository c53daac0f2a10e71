package io.tollgate.cli.chaos;

import io.tollgate.cli.demo.Seed;
import io.tollgate.cli.demo.Seeding;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.platform.Install;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes the customers of a run: users of an API client of their own, all registered anew. */
public final class Crowd {

    private static final int CUSTOMERS = 6;

    private final Install install;

    public Crowd(Install install) {
        this.install = install;
    }

    List<Customer> gather(Memory memory) {
        Seed seed = new Seeding(install).plant();
        String run = "chaos-" + UUID.randomUUID().toString().substring(0, 8);
        String key = Seeding.newClient(install, run, "internal");
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> customer(key, run + "-" + i + "@customers.example", seed, memory))
                .toList();
    }

    private Customer customer(String key, String email, Seed seed, Memory memory) {
        Shopper shopper = Shopper.registered(install, key, email, "Chaos Customer");
        memory.joined(shopper.me().at("/id").asText());
        return new Customer(shopper.api(), seed.productIds(), memory);
    }
}
