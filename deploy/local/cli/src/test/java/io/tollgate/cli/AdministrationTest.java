package io.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tollgate.cli.platform.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of the administration, against answers written down. */
class AdministrationTest {
    private static final String CLIENT =
            "{\"id\":\"cli_tea\",\"name\":\"Tea shop\",\"plan\":\"free\",\"status\":\"active\",\"scopes\":[\"catalog:read\",\"orders:read\"]}";

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path state;

    private HttpServer server;
    private String link;

    @BeforeEach
    void administration() throws IOException {
        Secrets.of(state);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void clients_are_a_table_of_all_pages() {
        answers.put("GET /admin/v1/clients?limit=100&plan=free", "200 {\"items\":[" + CLIENT + "],\"next\":\"abc\"}");
        answers.put("GET /admin/v1/clients?limit=100&plan=free&after=abc", "200 {\"items\":[{\"id\":\"cli_2\"}]}");

        assertThat(run("clients", "list", "--plan", "free")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "ID       NAME      PLAN  STATUS  SCOPES                    OWNERID",
                        "cli_tea  Tea shop  free  active  catalog:read,orders:read  -",
                        "cli_2    -         -     -       -                         -");
        assertThat(asked.get(0)).contains("key tg_live_").contains("Basic ");
    }

    @Test
    void json_is_for_programs() {
        answers.put("GET /admin/v1/clients/cli_tea", "200 " + CLIENT);

        assertThat(run("clients", "show", "cli_tea", "--json")).isZero();

        assertThat(out.toString().strip()).isEqualTo(CLIENT);
    }

    @Test
    void a_client_that_is_made_shows_its_secret_once() {
        answers.put(
                "POST /admin/v1/clients",
                "201 {\"id\":\"cli_tea\",\"key\":{\"id\":\"key_1\",\"secret\":\"tg_test_abc\"}}");

        assertThat(run(
                        "clients",
                        "create",
                        "Tea shop",
                        "--plan",
                        "free",
                        "--scope",
                        "catalog:read,orders:read",
                        "--allow",
                        "203.0.113.0/24",
                        "--environment",
                        "test"))
                .isZero();

        assertThat(asked.get(0))
                .contains(
                        "\"scopes\":[\"catalog:read\",\"orders:read\"]",
                        "\"networks\":{\"allow\":[\"203.0.113.0/24\"]}");
        assertThat(out.toString()).contains("client cli_tea").contains("key_1, shown this once: tg_test_abc");
    }

    @Test
    void for_programs_a_client_that_is_made_is_one_object_with_its_id_and_its_key() {
        String made = "{\"id\":\"cli_tea\",\"key\":{\"id\":\"key_1\",\"secret\":\"tg_test_abc\"}}";
        answers.put("POST /admin/v1/clients", "201 " + made);

        assertThat(run("clients", "create", "Tea shop", "--json")).isZero();

        assertThat(out.toString().strip()).isEqualTo(made);
    }

    @Test
    void what_is_named_empty_is_taken_away() {
        answers.put("GET /admin/v1/clients/cli_tea", "200 " + CLIENT);
        answers.put("PATCH /admin/v1/clients/cli_tea", "200 " + CLIENT);

        assertThat(run("clients", "change", "cli_tea", "--owner", "", "--contact", "", "--allow", ""))
                .isZero();

        assertThat(asked.get(1)).contains("{\"contacts\":[],\"networks\":{\"allow\":[]},\"ownerId\":null}");
    }

    @Test
    void a_change_is_made_to_what_is_there_now() {
        answers.put("GET /admin/v1/clients/cli_tea", "200 " + CLIENT);
        answers.put("PATCH /admin/v1/clients/cli_tea", "200 " + CLIENT);

        assertThat(run("clients", "change", "cli_tea", "--plan", "partner")).isZero();
        assertThat(run("clients", "suspend", "cli_tea")).isZero();

        assertThat(asked.get(1)).contains("if \"v7\"").contains("{\"plan\":\"partner\"}");
        assertThat(asked.get(3)).contains("{\"status\":\"suspended\"}");
    }

    @Test
    void keys_are_listed_made_rotated_and_revoked() {
        String made = "201 {\"id\":\"key_2\",\"secret\":\"tg_live_xyz\"}";
        answers.put("GET /admin/v1/clients/cli_tea/keys", "200 {\"items\":[{\"id\":\"key_1\",\"status\":\"active\"}]}");
        answers.put("POST /admin/v1/clients/cli_tea/keys", made);
        answers.put("POST /admin/v1/clients/cli_tea/keys/key_1/rotation", made);
        answers.put("DELETE /admin/v1/clients/cli_tea/keys/key_1", "204 ");

        assertThat(run("keys", "list", "cli_tea")).isZero();
        assertThat(run("keys", "create", "cli_tea")).isZero();
        assertThat(run("keys", "rotate", "cli_tea", "key_1", "--overlap", "60")).isZero();
        assertThat(run("keys", "revoke", "cli_tea", "key_1")).isZero();

        assertThat(asked.get(2)).contains("{\"overlapSeconds\":60}");
        assertThat(out.toString()).contains("tg_live_xyz").contains("key_1 is revoked");
    }

    @Test
    void plans_of_a_file_are_checked_first_and_then_made_or_changed() throws IOException {
        Path file = Files.writeString(state.resolve("mine.yml"), "plans: []");
        answers.put("POST /admin/v1/plans/validation", "200 {\"plans\":[{\"name\":\"gold\"},{\"name\":\"silver\"}]}");
        answers.put("GET /admin/v1/plans/gold", "200 {\"name\":\"gold\"}");
        answers.put("PUT /admin/v1/plans/gold", "200 {\"version\":2}");
        answers.put("POST /admin/v1/plans", "201 {\"version\":1}");

        assertThat(run("plans", "validate", file.toString())).isZero();
        assertThat(run("plans", "apply", file.toString())).isZero();

        assertThat(out.toString())
                .contains("declares 2 plans")
                .contains("gold has version 2")
                .contains("silver has version 1");
    }

    @Test
    void a_wrong_file_of_plans_is_told_line_and_column() throws IOException {
        Path file = Files.writeString(state.resolve("mine.yml"), "plans: []");
        answers.put(
                "POST /admin/v1/plans/validation",
                "200 {\"problem\":\"line 1, column 8: /plans must have the plan x\"}");

        assertThat(run("plans", "apply", file.toString())).isEqualTo(1);

        assertThat(err.toString().strip()).isEqualTo(file + ", line 1, column 8: /plans must have the plan x");
        assertThat(run("plans", "apply", "nowhere.yml")).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.yml cannot be read");
    }

    @Test
    void usage_is_a_table() {
        answers.put(
                "GET /admin/v1/usage?limit=100&clientId=cli_tea&from=2026-11-01",
                "200 {\"items\":[{\"day\":\"2026-11-01\",\"clientId\":\"cli_tea\",\"operation\":\"GET /v1/orders\",\"status\":200,\"calls\":7}]}");

        assertThat(run("usage", "--client", "cli_tea", "--from", "2026-11-01")).isZero();

        assertThat(out.toString()).contains("2026-11-01  cli_tea   GET /v1/orders  200     7");
    }

    @Test
    void usage_is_a_table_for_programs_with_one_heading_for_all_pages() {
        link = "</admin/v1/usage?after=abc>; rel=\"next\"";
        answers.put("GET /admin/v1/usage?limit=100&clientId=cli_tea", "200 day,calls\r\n2026-11-01,7\r\n");
        answers.put("GET /admin/v1/usage?after=abc", "200 day,calls\r\n2026-11-02,8\r\n");

        assertThat(run("usage", "--client", "cli_tea", "--csv")).isZero();

        assertThat(out.toString().lines()).containsExactly("day,calls", "2026-11-01,7", "2026-11-02,8");
    }

    @Test
    void an_address_that_is_none_is_said_in_one_sentence() {
        assertThat(run("clients", "list", "--url", "not an address")).isEqualTo(1);

        assertThat(err.toString().strip()).isEqualTo("not an address is not an address such as http://127.0.0.1:8090");
    }

    @Test
    void a_refusal_is_one_sentence_and_the_exit_code_1() {
        answers.put(
                "POST /admin/v1/clients",
                "422 {\"type\":\"https://tollgate.io/problems/unknown-plan\",\"title\":\"There is no such plan\",\"errors\":[{\"pointer\":\"/plan\",\"detail\":\"is not a plan\"}]}");

        assertThat(run("clients", "create", "Tea", "--plan", "gold")).isEqualTo(1);

        assertThat(err.toString().strip()).isEqualTo("There is no such plan: /plan is not a plan (unknown-plan)");
    }

    @Test
    void what_is_not_there_is_said_in_one_sentence() {
        String address = url();
        server.stop(0);

        assertThat(run("clients", "list")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("the administration at " + address + " does not answer; is the platform up? ./tollgate up");
        assertThat(run("clients")).isEqualTo(2);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state", state.toString()));
        if (!all.contains("--url")) {
            all.addAll(List.of("--url", url()));
        }
        CommandLine line = Tollgate.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add("%s key %s %s if %s %s"
                .formatted(
                        call,
                        exchange.getRequestHeaders().getFirst("X-API-Key"),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("If-Match"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String[] answer = answers.getOrDefault(call, "404 {\"title\":\"There is nothing here\"}")
                .split(" ", 2);
        byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"v7\"");
        if (link != null && call.contains("limit=")) {
            exchange.getResponseHeaders().set("Link", link);
        }
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
