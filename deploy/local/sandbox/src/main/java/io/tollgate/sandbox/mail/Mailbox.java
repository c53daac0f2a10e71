package io.tollgate.sandbox.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every mail that was taken; one is kept before its sender hears of it. */
final class Mailbox implements AutoCloseable {

    private final List<ReceivedMail> mails = new ArrayList<>();
    private final Journal<ReceivedMail> journal;

    Mailbox(Path data, ObjectMapper json) throws IOException {
        this.journal = Journal.open(data.resolve("mails.ndjson"), json, ReceivedMail.class, mails::add);
    }

    synchronized void keep(String from, List<String> recipients, String raw) {
        for (String to : recipients) {
            ReceivedMail mail = new ReceivedMail(
                    "mail_" + (mails.size() + 1), from, to, raw, Instant.now().toString());
            journal.append(mail);
            mails.add(mail);
        }
    }

    synchronized List<ReceivedMail> to(Optional<String> address) {
        return mails.stream()
                .filter(mail -> address.map(mail::isTo).orElse(true))
                .toList();
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
