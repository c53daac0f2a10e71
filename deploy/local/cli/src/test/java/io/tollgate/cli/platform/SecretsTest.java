package io.tollgate.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path state;

    @Test
    void secrets_are_made_once_for_each_install() {
        assertThat(Secrets.of(state)).isEqualTo(Secrets.of(state));
        assertThat(Secrets.of(state.resolve("other"))).isNotEqualTo(Secrets.of(state));
    }

    @Test
    void an_install_without_a_key_for_the_carrier_gets_one_and_keeps_the_rest() throws IOException {
        Secrets before = Secrets.of(state);
        Path file = state.resolve("secrets.json");
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"carrierKey\" : \"[^\"]*\"", ""));

        Secrets after = Secrets.of(state);

        assertThat(after.carrierKey()).isNotBlank().isNotEqualTo(before.carrierKey());
        assertThat(after.cardNetworkKey()).isEqualTo(before.cardNetworkKey());
        assertThat(Secrets.of(state)).isEqualTo(after);
    }

    @Test
    void only_their_owner_may_read_them() throws IOException {
        Secrets.of(state);

        assertThat(permissions(state.resolve("secrets.json"))).isEqualTo("rw-------");
        assertThat(permissions(state)).isEqualTo("rwx------");
    }

    @Test
    void services_get_the_public_half_of_the_signing_key_alone() throws ParseException {
        Secrets secrets = Secrets.of(state);

        assertThat(JWKSet.parse(secrets.callerJwks()).getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(JWKSet.parse(secrets.callerSigningKeys()).getKeys()).allMatch(key -> key.isPrivate());
    }

    @Test
    void they_do_not_print_themselves() {
        Secrets secrets = Secrets.of(state);

        assertThat(secrets.toString())
                .doesNotContain(secrets.adminPassword(), secrets.cardNetworkKey(), secrets.carrierKey());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
