package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a client sends on a connection that it keeps is heard, however early it comes. */
class KeptConnectionTest extends ShelfTest {
    private static final String TAKES_A_MOMENT =
            "GET /v1/rows HTTP/1.1\r\nHost: x\r\nAuthorization: " + CALLERS.bearer("cli_books", null) + "\r\n\r\n";
    private static final String REFUSED_AT_ONCE = "GET /v1/rows HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void a_request_after_one_that_came_early_and_was_answered_at_once_is_answered_too() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
            send(client, TAKES_A_MOMENT + REFUSED_AT_ONCE);
            assertThat(status(client)).isEqualTo(200);
            assertThat(status(client)).isEqualTo(401);

            send(client, TAKES_A_MOMENT);
            assertThat(status(client)).isEqualTo(200);
            send(client, REFUSED_AT_ONCE + REFUSED_AT_ONCE + TAKES_A_MOMENT);
            assertThat(status(client)).isEqualTo(401);
            assertThat(status(client)).isEqualTo(401);
            assertThat(status(client)).isEqualTo(200);
        }
    }

    private static void send(Socket client, String requests) throws IOException {
        client.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /** Of the next answer, which is read to its end. */
    private static int status(Socket client) throws IOException {
        InputStream answers = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = answers.read();
            assertThat(next).as("the connection is still open after %s", head).isNotNegative();
            head.append((char) next);
        }
        int at = head.toString().toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int end = head.indexOf("\r\n", at);
        answers.readNBytes(Integer.parseInt(head.substring(at + "content-length: ".length(), end)));
        return Integer.parseInt(head.substring(9, 12));
    }
}
