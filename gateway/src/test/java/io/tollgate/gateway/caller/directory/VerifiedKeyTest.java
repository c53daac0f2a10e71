package io.tollgate.gateway.caller.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.CallerRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedKeyTest {
    @Test
    void what_is_not_said_has_a_default() throws Exception {
        ApiClient client = client("{\"clientId\":\"cli_a\",\"plan\":{\"name\":\"free\"},\"scopes\":[\"orders:read\"]}");

        assertThat(client.keyId()).isEqualTo("cli_a");
        assertThat(client.timeZone()).hasToString("UTC");
        assertThat(client.expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"clientId\":\"cli_a\",\"scopes\":[]}",
                "{\"clientId\":\"cli_a\",\"plan\":{\"name\":\"free\"}}",
                "{\"clientId\":\"cli_a\",\"plan\":{\"name\":\"free\"},\"scopes\":[],\"timeZone\":\"Moon/Base\"}",
                "{\"clientId\":\"cli_a\",\"plan\":{\"name\":\"free\",\"rate\":{\"limit\":0}},\"scopes\":[]}"
            })
    void what_makes_no_sense_is_no_answer(String answer) {
        assertThatThrownBy(() -> client(answer)).isInstanceOf(CallerRefused.DirectoryAway.class);
    }

    private static ApiClient client(String answer) throws JsonProcessingException {
        return UsersService.understood(VerifiedKey::client)
                .apply(new ObjectMapper().readValue(answer, VerifiedKey.class));
    }
}
