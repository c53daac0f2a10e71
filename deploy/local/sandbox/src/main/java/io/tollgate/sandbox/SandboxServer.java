package io.tollgate.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tollgate.sandbox.http.Router;
import io.tollgate.sandbox.mail.MailSink;
import io.tollgate.sandbox.network.CardNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Other companies as real servers on one port: a card network and a mail sink, with magic values for each failure. */
public final class SandboxServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService workers;
    private final Router router;
    private final CardNetwork network;
    private final MailSink mail;

    private SandboxServer(HttpServer http, ExecutorService workers, Router router, CardNetwork network, MailSink mail) {
        this.http = http;
        this.workers = workers;
        this.router = router;
        this.network = network;
        this.mail = mail;
    }

    /** Starts at once, accepting any API key; port 0 takes a free one. What {@code data} holds from before is there again. */
    public static SandboxServer start(String host, int port, Path data) throws IOException {
        return start(host, port, data, Optional.empty());
    }

    /** The same, refusing every call to the card network that does not carry this API key. */
    public static SandboxServer start(String host, int port, Path data, Optional<String> networkKey)
            throws IOException {
        // Headers and body are two writes; without this the second waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ObjectMapper json = new ObjectMapper();
        HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 128);
        CardNetwork network = CardNetwork.open(data, json);
        MailSink mail = MailSink.open(data, json);
        Router router = new Router(json).route(network.endpoints(networkKey)).route(mail.endpoints());
        ExecutorService workers = Executors.newFixedThreadPool(4, task -> new Thread(task, "sandbox"));
        http.setExecutor(workers);
        http.createContext("/", router);
        http.start();
        return new SandboxServer(http, workers, router, network, mail);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** Base address of everything in here: {@code url() + "/network/v1/…"}, {@code url() + "/mail/v1/…"}. */
    public String url() {
        return "http://" + http.getAddress().getAddress().getHostAddress() + ":" + port();
    }

    @Override
    public void close() {
        http.stop(0);
        router.close();
        workers.shutdown();
        network.close();
        mail.close();
    }
}
