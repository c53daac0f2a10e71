package io.tollgate.cli.demo;

import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import java.util.Map;

/** Somebody who registers, reads the mail and proves the address with it. */
final class NewUser {
    private NewUser() {}

    /** The API client of the key, acting for the new user. */
    static ApiClient register(Install install, String apiKey, String email, String password, String name) {
        ApiClient client = ApiClient.withKey(install.url(Processes.GATEWAY), apiKey);
        client.post("/v1/users", Map.of("email", email, "password", password, "name", name))
                .expect(202);
        String token = new MailSink(install).awaitToken(email);
        client.post("/v1/users/verifications", Map.of("token", token)).expect(200);
        return client.as(email, password);
    }
}
