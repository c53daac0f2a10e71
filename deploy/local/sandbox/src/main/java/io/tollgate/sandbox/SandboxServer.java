package io.tollgate.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tollgate.sandbox.carrier.Carrier;
import io.tollgate.sandbox.http.Router;
import io.tollgate.sandbox.mail.MailSink;
import io.tollgate.sandbox.network.CardNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Other companies as real servers: a card network and a carrier over HTTP, and a mail server, with magic values for each failure. */
public final class SandboxServer implements AutoCloseable {

    private final HttpServer http;
    private final MailSink mail;
    private final List<AutoCloseable> rest;

    private SandboxServer(HttpServer http, MailSink mail, List<AutoCloseable> rest) {
        this.http = http;
        this.mail = mail;
        this.rest = rest;
    }

    /** Starts at once, accepting any API key; port 0 takes a free one. What {@code data} holds from before is there again. */
    public static SandboxServer start(String host, int port, Path data) throws IOException {
        return start(host, port, data, Optional.empty());
    }

    /** The same, refusing every call to the card network that does not carry this API key. */
    public static SandboxServer start(String host, int port, Path data, Optional<String> networkKey)
            throws IOException {
        return start(new SandboxOptions(host, port, 0, data, networkKey, Optional.empty()));
    }

    public static SandboxServer start(SandboxOptions options) throws IOException {
        // Headers and body are two writes; without this the second waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ObjectMapper json = new ObjectMapper();
        HttpServer http = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 128);
        CardNetwork network = CardNetwork.open(options.data(), json);
        Carrier carrier = Carrier.open(options.data(), json);
        MailSink mail = MailSink.open(options.host(), options.smtpPort(), options.data(), json);
        Router router = new Router(json)
                .route(network.endpoints(options.networkKey()))
                .route(carrier.endpoints(options.carrierKey()))
                .route(mail.endpoints());
        ExecutorService workers = Executors.newFixedThreadPool(4, task -> new Thread(task, "sandbox"));
        http.setExecutor(workers);
        http.createContext("/", router);
        http.start();
        return new SandboxServer(http, mail, List.of(router, workers::shutdown, network, carrier, mail));
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** Where mails are taken. */
    public int smtpPort() {
        return mail.port();
    }

    /** Base address of everything over HTTP: {@code url() + "/network/v1/…"}, {@code url() + "/carrier/v1/…"}. */
    public String url() {
        return "http://" + http.getAddress().getAddress().getHostAddress() + ":" + port();
    }

    @Override
    public void close() {
        http.stop(0);
        for (AutoCloseable part : rest) {
            try {
                part.close();
            } catch (Exception failed) {
                throw new IllegalStateException("a part of the sandbox could not be closed", failed);
            }
        }
    }
}
