package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.Tollgate;
import io.tollgate.cli.demo.ApiClient;
import io.tollgate.cli.demo.ApiClient.Answer;
import io.tollgate.cli.demo.Await;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import io.tollgate.cli.platform.Processes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Clients, keys, plans and usage by the command line, and what callers of the real gateway see of it. */
@ExtendWith(RunningPlatform.class)
class AdministrationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(5);
    /** Usage and refusals are reported every 5 s, on a machine that has more to do. */
    private static final Duration REPORTED = Duration.ofSeconds(30);

    private static final String PLAN =
            """
            plans:
              - name: %s
                limits:
                  - {name: few, per: client, algorithm: sliding-window, limit: 3, windowSeconds: 3600}
                costs:
                  GET /v1/products/{productId}: 2
                  GET /v1/requests/{requestId}: 0
            """;

    @TempDir
    Path files;

    @Test
    void a_key_is_made_rotated_and_revoked_and_stops_within_five_seconds(Started platform) {
        JsonNode client = json(platform, "clients", "create", "Tea shop", "--plan", "free", "--scope", "catalog:read");
        String id = client.path("id").asText();
        String old = client.at("/key/secret").asText();
        products(platform, old).expect(200);

        JsonNode made =
                json(platform, "keys", "rotate", id, client.at("/key/id").asText(), "--overlap", "600");
        String fresh = made.path("secret").asText();
        products(platform, fresh).expect(200);
        products(platform, old).expect(200);
        done(platform, "keys", "revoke", id, client.at("/key/id").asText());

        Await.until(
                "the end of the revoked key", SOON, () -> products(platform, old), answer -> answer.status() == 401);
        products(platform, fresh).expect(200);
        assertThat(done(platform, "keys", "list", id)).contains("revoked").contains("active");
        done(platform, "clients", "suspend", id);
        Await.until("the suspension", SOON, () -> products(platform, fresh), answer -> answer.status() == 401);
        done(platform, "clients", "close", id);
        assertThat(refused(platform, "keys", "create", id)).contains("(client-closed)");
    }

    @Test
    void a_plan_of_a_file_holds_and_who_is_refused_by_it_reads_why_and_nobody_else(Started platform)
            throws IOException {
        Shopper owner = platform.newShopper();
        String plan = "few-" + Long.toHexString(System.nanoTime());
        Path file = Files.writeString(files.resolve("plan.yml"), PLAN.formatted(plan));
        assertThat(done(platform, "plans", "validate", "--part", file.toString()))
                .contains("declares 1 plans");
        done(platform, "plans", "apply", file.toString());
        JsonNode client = json(
                platform,
                "clients",
                "create",
                "Few",
                "--plan",
                plan,
                "--scope",
                "catalog:read",
                "--owner",
                owner.me().path("id").asText());
        String key = client.at("/key/secret").asText();

        products(platform, key).expect(200);
        ApiClient.withKey(platform.gateway(), key)
                .get("/v1/products/" + platform.product(0))
                .expect(200);
        Answer refused = products(platform, key).expect(429);

        String request = refused.header("X-Request-Id");
        platform.platform().stop("gateway");
        platform.platform().start("gateway");
        Answer why = Await.until(
                "the refusal being told",
                REPORTED,
                () -> owner.api().get("/v1/requests/" + request),
                answer -> answer.status() == 200);
        assertThat(why.text("/type")).isEqualTo("https://tollgate.io/problems/rate-limit-exceeded");
        assertThat(why.text("/rule")).isEqualTo("plan:" + plan + "/limit:few").isEqualTo(refused.text("/rule"));
        assertThat(why.text("/traceId")).isEqualTo(refused.text("/traceId"));
        assertThat(why.text("/operation")).isEqualTo("GET /v1/products");
        assertThat(why.body().path("limit").asInt()).isEqualTo(3);
        assertThat(why.body().path("remaining").asInt(-1)).isZero();
        assertThat(why.text("/resetAt")).isNotEmpty();
        ApiClient.withKey(platform.gateway(), key)
                .get("/v1/requests/" + request)
                .expect(200);
        assertThat(ApiClient.withKey(platform.gateway(), platform.seed().apiKey())
                        .get("/v1/requests/" + request)
                        .status())
                .isEqualTo(404);
        assertThat(platform.newShopper().api().get("/v1/requests/" + request).status())
                .isEqualTo(404);
    }

    @Test
    void what_a_client_did_is_shown_as_a_table_as_json_and_as_csv(Started platform) {
        JsonNode client = json(platform, "clients", "create", "Counted", "--plan", "free", "--scope", "catalog:read");
        String id = client.path("id").asText();
        for (int i = 0; i < 3; i++) {
            products(platform, client.at("/key/secret").asText()).expect(200);
        }

        String line = Await.until(
                "the report of usage",
                REPORTED,
                () -> done(platform, "usage", "--client", id, "--csv"),
                table -> table.contains("GET /v1/products,200,3,"));

        assertThat(line).startsWith("clientId,day,operation,status,calls,bytesIn,bytesOut");
        assertThat(json(platform, "usage", "--client", id).path("calls").asInt())
                .isEqualTo(3);
        assertThat(done(platform, "usage", "--client", id)).contains("GET /v1/products  200     3");
        assertThat(json(platform, "keys", "list", id).path("lastUsedAt").asText())
                .isNotEmpty();
    }

    @Test
    void what_is_wrong_is_said_in_one_sentence(Started platform) throws IOException {
        Path file = Files.writeString(
                files.resolve("wrong.yml"), "plans:\n  - name: wrong\n    costs:\n      GET /v1/products/{id}: 2\n");

        assertThat(refused(platform, "plans", "apply", file.toString()))
                .contains("line 4, column 30")
                .contains("near to it: GET /v1/products/{productId}");
        assertThat(refused(platform, "plans", "remove", "free")).contains("(plan-declared-in-file)");
        assertThat(refused(platform, "clients", "create", "Tea", "--plan", "no-such-plan", "--scope", "catalog:read"))
                .contains("(unknown-plan)");
        assertThat(refused(platform, "clients", "create", "Tea", "--plan", "free", "--scope", "tea:drink"))
                .contains("(unknown-scope)");
        assertThat(refused(platform, "clients", "show", "cli_nobody")).contains("(not-found)");
        assertThat(refused(platform, "keys", "list", "cli_nobody")).contains("(not-found)");
        assertThat(refused(platform, "usage", "--from", "yesterday")).contains("from ");
    }

    private static Answer products(Started platform, String key) {
        return ApiClient.withKey(platform.gateway(), key).get("/v1/products");
    }

    private static JsonNode json(Started platform, String... command) {
        List<String> asJson = new ArrayList<>(List.of(command));
        asJson.add("--json");
        try {
            return JSON.readTree(done(platform, asJson.toArray(String[]::new)));
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static String done(Started platform, String... command) {
        Said said = run(platform, command);
        assertThat(said.code()).as(said.err()).isZero();
        return said.out();
    }

    private static String refused(Started platform, String... command) {
        Said said = run(platform, command);
        assertThat(said.code()).as(said.out()).isEqualTo(1);
        assertThat(said.err().strip().lines()).hasSize(1);
        return said.err();
    }

    private static Said run(Started platform, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--state",
                platform.install().state().toString(),
                "--url",
                platform.install().url(Processes.GATEWAY_ADMIN)));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Tollgate.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Said(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private record Said(int code, String out, String err) {}
}
