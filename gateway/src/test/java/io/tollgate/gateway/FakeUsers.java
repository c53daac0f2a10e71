package io.tollgate.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.gateway.FakeService.Arrived;
import io.tollgate.gateway.FakeService.Reply;
import io.tollgate.gateway.quota.Lease;
import io.tollgate.gateway.quota.LeaseWanted;
import io.tollgate.gateway.quota.Ledger;
import io.tollgate.gateway.quota.ReturnedLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** users-service as the gateway sees it: its internal operations, over real HTTP. */
final class FakeUsers {
    static final String KEY = "tg_live_demo";
    static final String READER_KEY = "tg_live_reader";
    static final String NARROW_KEY = "tg_live_narrow";
    static final String EMAIL = "ada@customers.example";
    static final String PASSWORD = "pässwörd: with a colon";

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String ALL =
            "\"users:register\",\"users:read\",\"catalog:read\",\"catalog:write\",\"orders:read\",\"orders:write\",\"payments:read\",\"payments:write\",\"clients:write\"";

    final FakeService http = new FakeService();
    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final Map<String, Long> userVersions = new ConcurrentHashMap<>();
    private final Map<String, String> plans = new ConcurrentHashMap<>();
    private final AtomicLong plansVersion = new AtomicLong();
    private final CopyOnWriteArrayList<String> changes = new CopyOnWriteArrayList<>();
    private volatile int forgotten;
    private volatile Duration passwordDelay = Duration.ZERO;
    private final Map<String, JsonNode> reports = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, JsonNode> refusedReports = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile int reportStatus = 204;
    final Ledger quotas = new Ledger(Clock.systemUTC(), Duration.ofDays(7));

    FakeUsers() {
        reset();
    }

    void reset() {
        http.reset();
        passwordDelay = Duration.ZERO;
        reportStatus = 204;
        reports.clear();
        refusedReports.clear();
        clients.clear();
        plans.clear();
        client(KEY, "cli_demo", ALL, 1, 100_000, 60, 100_000);
        client(READER_KEY, "cli_reader", "\"catalog:read\"", 1, 100_000, 60, 100_000);
        client(NARROW_KEY, "cli_narrow", "\"catalog:read\"", 1, 60, 60, 3);
        userVersions.put(EMAIL, 1L);
        http.answers(this::answer);
    }

    void client(String key, String id, String scopes, long version, long limit, long window, long burst) {
        answerTo(
                key,
                """
                {"clientId":"%s","name":"Demo","plan":{"name":"free","rate":{"limit":%d,"windowSeconds":%d,"burst":%d}},
                "scopes":[%s],"credentialVersion":%d,"somethingNew":true}"""
                        .formatted(id, limit, window, burst, scopes, version));
    }

    void answerTo(String key, String answer) {
        clients.put(sha256(key), answer);
    }

    /** A plan of this name, with these properties in JSON. */
    void plan(String name, String properties) {
        long version = plansVersion.get() + 1;
        plans.put(name, "{\"name\":\"%s\",\"version\":%d,\"somethingNew\":[],%s}".formatted(name, version, properties));
        plansVersion.set(version);
    }

    /** The same with a version that is no higher. */
    void planOfAnotherFeed(String name, String properties) {
        plans.put(name, "{\"name\":\"%s\",\"version\":1,%s}".formatted(name, properties));
    }

    /** A client whose plan has limits of its own. */
    void clientOf(String plan, String key, String id) {
        answerTo(
                key,
                """
                {"clientId":"%s","keyId":"key_%s","plan":{"name":"%s","rate":{"limit":9,"windowSeconds":60,"burst":9}},
                "scopes":[%s],"credentialVersion":1}"""
                        .formatted(id, id, plan, ALL));
    }

    void newUserVersion(String email, long version) {
        userVersions.put(email, version);
    }

    void deactivate(String email) {
        userVersions.remove(email);
    }

    void revoke(String key) {
        clients.remove(sha256(key));
    }

    void changed(String kind, String id, long version) {
        changes.add("{\"position\":%d,\"kind\":\"%s\",\"id\":\"%s\",\"version\":%d}"
                .formatted(changes.size() + 1, kind, id, version));
    }

    /** Changes since then, told to nobody: who has read less than all of them is not led on. */
    void forgetChanges() {
        forgotten = changes.size() + 1;
        changes.add("");
    }

    void slowPasswords(Duration delay) {
        passwordDelay = delay;
    }

    long asked(String path) {
        return http.arrived().stream()
                .filter(request -> request.uri().startsWith(path))
                .count();
    }

    /** Of those, the ones whose body says this. */
    long asked(String path, String text) {
        return http.arrived().stream()
                .filter(request ->
                        request.uri().startsWith(path) && request.text().contains(text))
                .count();
    }

    long passwordsAsked() {
        return asked("/internal/v1/passwords/verify");
    }

    long usersResolved() {
        return asked("/internal/v1/users/resolve");
    }

    long keysAsked() {
        return asked("/internal/v1/api-keys/verify");
    }

    Reply answer(Arrived request) {
        if (request.headers().get("Authorization", "").startsWith("Bearer ey")) {
            return switch (request.uri().replaceFirst("\\?.*", "")) {
                case "/internal/v1/api-keys/verify" -> key(json(request));
                case "/internal/v1/passwords/verify" -> password(json(request)).after(passwordDelay);
                case "/internal/v1/users/resolve" -> resolved(json(request));
                case "/internal/v1/plans" -> plansNow();
                case "/internal/v1/quota-leases" -> leases(json(request));
                case "/internal/v1/usage-reports" -> report(json(request));
                case "/internal/v1/credential-changes" -> changesAfter(request.uri());
                default -> Reply.json(200, "{\"service\":\"users\"}");
            };
        }
        return Reply.problem(401, "{}");
    }

    private Reply key(JsonNode question) {
        String client = clients.get(question.get("hash").asText());
        return client == null ? Reply.problem(404, "{}") : Reply.json(200, client);
    }

    private Reply password(JsonNode question) {
        String email = question.get("email").asText();
        boolean right = userVersions.containsKey(email)
                && PASSWORD.equals(question.get("password").asText());
        return right ? user(email) : Reply.problem(404, "{}");
    }

    private Reply resolved(JsonNode question) {
        String email = question.path("email")
                .asText(question.path("userId").asText().replaceFirst("usr_", "") + "@customers.example");
        return userVersions.containsKey(email) ? user(email) : Reply.problem(404, "{}");
    }

    private Reply user(String email) {
        return Reply.json(
                200,
                "{\"userId\":\"usr_%s\",\"roles\":[\"customer\"],\"credentialVersion\":%d}"
                        .formatted(email.substring(0, email.indexOf('@')), userVersions.get(email)));
    }

    /** Reports that were taken, each once. */
    List<JsonNode> reports() {
        return List.copyOf(reports.values());
    }

    /** Reports that were not taken. */
    List<JsonNode> refusedReports() {
        return List.copyOf(refusedReports.values());
    }

    void refusesReports(int status) {
        reportStatus = status;
    }

    private Reply leases(JsonNode question) {
        List<Map<String, Object>> items = new ArrayList<>();
        question.path("items").forEach(item -> {
            Lease lease = quotas.lease(JSON.convertValue(item, LeaseWanted.class));
            if (lease != null) {
                items.add(Map.of(
                        "leaseId", lease.leaseId(),
                        "granted", lease.granted(),
                        "limit", lease.limit(),
                        "used", lease.used(),
                        "periodEnd", lease.periodEnd().toString(),
                        "expiresAt", lease.expiresAt().toString()));
            }
        });
        return Reply.json(200, JSON.valueToTree(Map.of("items", items)).toString());
    }

    private Reply report(JsonNode report) {
        // read once: a test may change it at any moment
        int status = reportStatus;
        String id = report.path("reportId").asText();
        if (status >= 300) {
            refusedReports.put(id, report);
            return Reply.problem(status, "{}");
        }
        if (reports.putIfAbsent(id, report) == null) {
            report.path("leases").forEach(lease -> quotas.giveBack(JSON.convertValue(lease, ReturnedLease.class)));
        }
        return Reply.json(status, reportAnswer(status));
    }

    private static String reportAnswer(int status) {
        return status == 200
                ? "{\"refused\":[{\"pointer\":\"/usage/0/day\",\"detail\":\"must be of this age\",\"code\":\"wrong-value\"}]}"
                : "";
    }

    /** The version is read first: with a newer one, older plans would pass for the newest. */
    private Reply plansNow() {
        long version = plansVersion.get();
        return version == 0
                ? Reply.problem(404, "{}")
                : Reply.json(
                        200, "{\"items\":[%s],\"version\":%d}".formatted(String.join(",", plans.values()), version));
    }

    private Reply changesAfter(String uri) {
        // what is added meanwhile comes with the next page, and is not passed over by this one's last position
        List<String> all = List.copyOf(changes);
        int after = uri.contains("after=") ? Integer.parseInt(uri.replaceFirst(".*after=(\\d+).*", "$1")) : all.size();
        if (after < forgotten) {
            return Reply.problem(410, "{\"type\":\"https://tollgate.io/problems/feed-position-gone\",\"status\":410}");
        }
        return Reply.json(
                200,
                "{\"items\":[%s],\"last\":%d,\"plansVersion\":%d}"
                        .formatted(
                                String.join(",", all.subList(Math.min(after, all.size()), all.size())),
                                all.size(),
                                plansVersion.get()));
    }

    private static JsonNode json(Arrived request) {
        try {
            return JSON.readTree(request.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
