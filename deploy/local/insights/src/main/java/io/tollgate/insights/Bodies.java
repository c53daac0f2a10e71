package io.tollgate.insights;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads request bodies, gzip or plain, up to a size counted after inflation. */
final class Bodies {

    static final int LARGEST = 8 * 1024 * 1024;

    private Bodies() {}

    static String read(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        InputStream raw = exchange.getRequestBody();
        try (InputStream body = "gzip".equalsIgnoreCase(encoding) ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BodyTooLarge();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (java.util.zip.ZipException | java.io.EOFException notGzip) {
            throw new IllegalArgumentException("the body is not the gzip stream it claims to be");
        }
    }
}
