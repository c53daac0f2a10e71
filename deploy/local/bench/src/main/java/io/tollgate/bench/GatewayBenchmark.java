package io.tollgate.bench;

import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What knowing and counting callers costs the gateway: itself beside itself without. */
@Command(name = "gateway", description = "The gateway, beside itself without authentication, limits and quotas.")
final class GatewayBenchmark implements Runnable {
    private static final String NO_LIMIT = "100000000";
    private static final String PRODUCT = "{\"items\":[{\"description\":\"" + "x".repeat(950) + "\"}]}";

    @Mixin
    Settings settings;

    @Option(
            names = "--keys",
            defaultValue = "10000",
            description = "keys, and users, of the row with many; 1: no such row (default: ${DEFAULT-VALUE})")
    int keys;

    @Override
    public void run() {
        Run.with(settings, this::measure);
    }

    private void measure(Platform platform, Callers callers) {
        DisposableServer behind = behind();
        try (StandInUsers users = new StandInUsers();
                Load load = new Load(settings.connections)) {
            Map<String, String> variables = variables(users.url(), "http://127.0.0.1:" + behind.port());
            compare(load, platform.trivial(), platform.bareGateway(variables), platform.gateway(variables));
        } finally {
            behind.disposeNow();
        }
    }

    private void compare(Load load, Service trivial, Service bare, Service whole) {
        Subject nothing = Subject.of("trivial endpoint", trivial, i -> Call.get(trivial.url() + "/constant", Map.of()));
        Subject without = Subject.of("gateway, callers neither known nor counted", bare, knocks(bare, 1));
        Subject one = Subject.of("gateway, one key and user", whole, knocks(whole, 1));
        Subject many = Subject.of("gateway, " + keys + " keys and users", whole, knocks(whole, keys));
        introduce(many);
        List<Subject> others = keys == 1 ? List.of(one, nothing) : List.of(one, many, nothing);
        Comparison comparison = new Comparison(load, without, others);
        comparison.warmUp(settings.warmUp, settings.requests);
        comparison.measure(settings.rounds, settings.requests, settings.perSecond);
        System.out.println(comparison.table(without, nothing));
        if (settings.threads) {
            System.out.println(comparison.threads());
        }
    }

    /** One after another: few unknown passwords of one address are looked at, or wait, at the same time. */
    private void introduce(Subject callers) {
        Progress.say("introducing %d keys and users", keys);
        try (Load slow = new Load(1)) {
            slow.send(keys, callers.calls());
        }
    }

    private static IntFunction<Call> knocks(Service gateway, int callers) {
        String url = gateway.url() + "/v1/products";
        List<Call> calls = IntStream.range(0, callers)
                .mapToObj(caller -> Call.get(url, credentials(caller)))
                .toList();
        return i -> calls.get(i % callers);
    }

    private static Map<String, String> credentials(int caller) {
        byte[] pair = ("user" + caller + "@bench.example:a password of the benchmark").getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "X-API-Key",
                "tg_live_%043d".formatted(caller),
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Nobody is slowed down for being new; one trace in ten is kept. */
    private static Map<String, String> variables(String users, String others) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "TOLLGATE_USERS_URL", users,
                "TOLLGATE_ORDERS_URL", others,
                "TOLLGATE_PRODUCTS_URL", others,
                "TOLLGATE_PAYMENTS_URL", others,
                "TOLLGATE_TRACE_SAMPLING", "0.1"));
        List.of("ADDRESS_TRIES", "SIGN_IN_TRIES", "SIGN_IN_TRIES_OF_ADDRESS", "SIGN_IN_TRIES_OF_STRANGERS")
                .forEach(tries -> variables.put("TOLLGATE_GATEWAY_" + tries, NO_LIMIT));
        return variables;
    }

    private static DisposableServer behind() {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) ->
                        response.header("Content-Type", "application/json").sendString(Mono.just(PRODUCT)))
                .bindNow();
    }
}
