package io.tollgate.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;

/** The mails that were ordered, as they lie in the outbox. */
public final class Mailbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DatabaseClient database;

    Mailbox(DatabaseClient database) {
        this.database = database;
    }

    /** To an address, the oldest first. */
    public List<JsonNode> to(String email) {
        return database.sql("SELECT body FROM outbox WHERE type = 'users.send-notification.v1' ORDER BY position")
                .map(row -> read(row.get("body", String.class)))
                .all()
                .filter(mail -> mail.path("to").asText().equals(email))
                .collectList()
                .block();
    }

    public List<String> templatesTo(String email) {
        return to(email).stream().map(mail -> mail.path("template").asText()).toList();
    }

    public String lastToken(String email) {
        List<JsonNode> mails = to(email);
        return mails.get(mails.size() - 1).at("/parameters/token").asText();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
