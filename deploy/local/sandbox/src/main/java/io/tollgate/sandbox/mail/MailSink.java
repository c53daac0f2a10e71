package io.tollgate.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Endpoint;
import io.tollgate.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps every message it is given, each key once, and shows them. */
public final class MailSink implements AutoCloseable {

    private final Map<String, Mail> mails = new LinkedHashMap<>();
    private final Journal<Mail> journal;

    private MailSink(Path data, ObjectMapper json) throws IOException {
        this.journal = Journal.open(data.resolve("mail.ndjson"), json, Mail.class, mail -> mails.put(mail.key(), mail));
    }

    public static MailSink open(Path data, ObjectMapper json) throws IOException {
        return new MailSink(data, json);
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("POST", "/mail/v1/messages", this::send),
                Endpoint.of("GET", "/mail/v1/messages", this::list));
    }

    private synchronized Answer send(Call call) {
        call.requiredText("to");
        call.requiredText("template");
        String key = call.idempotencyKey();
        Mail known = mails.get(key);
        if (known == null) {
            Mail mail = new Mail(key, "mail_" + (mails.size() + 1), call.body());
            journal.append(mail);
            mails.put(key, mail);
            return mail.accepted();
        }
        return known.message().equals(call.body()) ? known.accepted() : Answer.refusal(422, "idempotency_key_reused");
    }

    private synchronized Answer list(Call call) {
        ArrayNode items = Answer.object().putArray("items");
        mails.values().stream()
                .filter(mail -> call.query("to").map(mail::isTo).orElse(true))
                .forEach(mail -> items.add(mail.shown()));
        return Answer.of(200, Answer.object().set("items", items));
    }

    @Override
    public void close() {
        journal.close();
    }

    record Mail(String key, String id, JsonNode message) {
        Answer accepted() {
            return Answer.of(202, Answer.object().put("id", id));
        }

        boolean isTo(String address) {
            return message.path("to").asText().equals(address);
        }

        JsonNode shown() {
            return Answer.object().put("id", id).put("idempotencyKey", key).setAll((ObjectNode) message);
        }
    }
}
