package io.tollgate.sandbox.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** A mail server that keeps what it takes, passes nothing on, and shows it over HTTP. */
public final class MailSink implements AutoCloseable {

    private final Mailbox mailbox;
    private final ExecutorService connections;
    private final SMTPServer smtp;

    private MailSink(Mailbox mailbox, ExecutorService connections, SMTPServer smtp) {
        this.mailbox = mailbox;
        this.connections = connections;
        this.smtp = smtp;
    }

    public static MailSink open(String host, int port, Path data, ObjectMapper json) throws IOException {
        Mailbox mailbox = new Mailbox(data, json);
        Set<String> triedOnce = ConcurrentHashMap.newKeySet();
        ExecutorService connections = Executors.newCachedThreadPool(task -> new Thread(task, "sandbox-smtp"));
        SMTPServer smtp = new SMTPServer.Builder()
                .bindAddress(InetAddress.getByName(host))
                .port(port)
                .executorService(connections)
                .hostName("sandbox.example")
                .softwareName("sandbox")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Delivery(mailbox, triedOnce, (Session) context))
                .build();
        smtp.start();
        return new MailSink(mailbox, connections, smtp);
    }

    public int port() {
        return smtp.getPortAllocated();
    }

    public List<Endpoint> endpoints() {
        return List.of(Endpoint.of("GET", "/mail/v1/messages", this::list));
    }

    private Answer list(Call call) {
        ArrayNode items = Answer.object().putArray("items");
        mailbox.to(call.query("to")).forEach(mail -> items.add(mail.shown()));
        return Answer.of(200, Answer.object().set("items", items));
    }

    @Override
    public void close() {
        // whoever is kept waiting on purpose is not waited for
        connections.shutdownNow();
        smtp.stop();
        mailbox.close();
    }
}
