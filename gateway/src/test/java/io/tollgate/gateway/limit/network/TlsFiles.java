package io.tollgate.gateway.limit.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A key and a certificate for 127.0.0.1 that no certificate authority knows: as a server reads them, and as a trust store. */
record TlsFiles(Path store, Path key, Path certificate) {
    static final String STORE_PASSWORD = "changeit";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static TlsFiles make(Path directory) throws IOException, GeneralSecurityException {
        Path store = directory.resolve("redis.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "redis",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=redis",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool made no key");
        }
        return written(store, directory);
    }

    List<String> arguments(int port, String password) {
        return List.of(
                "--port",
                "0",
                "--tls-port",
                Integer.toString(port),
                "--tls-key-file",
                key.toString(),
                "--tls-cert-file",
                certificate.toString(),
                "--tls-ca-cert-file",
                certificate.toString(),
                "--tls-auth-clients",
                "no",
                "--requirepass",
                password);
    }

    private static TlsFiles written(Path file, Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        byte[] key = store.getKey("redis", STORE_PASSWORD.toCharArray()).getEncoded();
        return new TlsFiles(
                file,
                pem(directory.resolve("redis.key"), "PRIVATE KEY", key),
                pem(
                        directory.resolve("redis.crt"),
                        "CERTIFICATE",
                        store.getCertificate("redis").getEncoded()));
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String text =
                "-----BEGIN " + what + "-----\n" + LINES.encodeToString(content) + "\n-----END " + what + "-----\n";
        return Files.writeString(file, text, StandardCharsets.US_ASCII);
    }
}
