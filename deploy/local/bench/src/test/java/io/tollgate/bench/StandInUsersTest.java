package io.tollgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Load;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInUsersTest {
    private final StandInUsers users = new StandInUsers();
    private final Load load = new Load(1);

    @AfterEach
    void end() {
        load.close();
        users.close();
    }

    @Test
    void every_key_is_the_key_of_a_client_of_its_own() {
        JsonNode one = ask("api-keys/verify", "{\"hash\":\"%s\"}".formatted("1".repeat(64)));
        JsonNode other = ask("api-keys/verify", "{\"hash\":\"%s\"}".formatted("2".repeat(64)));

        assertThat(one.get("clientId")).isNotEqualTo(other.get("clientId"));
    }

    @Test
    void every_user_has_a_name_of_its_own() {
        JsonNode user = ask("passwords/verify", "{\"email\":\"user7@bench.example\",\"password\":\"any\"}");

        assertThat(user.get("userId").asText()).isEqualTo("usr_user7");
    }

    @Test
    void a_lease_is_as_large_as_was_wanted() {
        JsonNode answer = ask("quota-leases", "{\"items\":[{\"leaseId\":\"lse_1\",\"wanted\":40,\"needed\":1}]}");

        assertThat(answer.at("/items/0/leaseId").asText()).isEqualTo("lse_1");
        assertThat(answer.at("/items/0/granted").asLong()).isEqualTo(40);
    }

    @Test
    void all_leases_are_of_one_period() {
        String question = "{\"items\":[{\"leaseId\":\"lse_1\",\"wanted\":40,\"needed\":1}]}";

        assertThat(ask("quota-leases", question).at("/items/0/periodEnd"))
                .isEqualTo(ask("quota-leases", question).at("/items/0/periodEnd"));
    }

    @Test
    void plans_and_changes_agree_on_the_version() {
        assertThat(ask("plans").get("version"))
                .isEqualTo(ask("credential-changes").get("plansVersion"));
    }

    private JsonNode ask(String operation, String question) {
        byte[] body = question.getBytes(StandardCharsets.UTF_8);
        return Requests.read(load.answer(Call.post(users.url() + "/internal/v1/" + operation, Map.of(), body, 200)));
    }

    private JsonNode ask(String operation) {
        return Requests.read(load.answer(Call.get(users.url() + "/internal/v1/" + operation, Map.of())));
    }
}
