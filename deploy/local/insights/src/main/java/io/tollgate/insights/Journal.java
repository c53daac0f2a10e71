package io.tollgate.insights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** An append-only file of spans, one JSON line each; rewritten from memory when it has grown too large. */
final class Journal implements AutoCloseable {

    private final Path file;
    private final ObjectMapper json;
    private BufferedWriter writer;
    private long bytes;

    private Journal(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    /** Hands over what was kept before, then opens the file for more. A torn last line is cut off. */
    static Journal open(Path directory, ObjectMapper json, Consumer<Span> kept) throws IOException {
        Files.createDirectories(directory);
        Journal journal = new Journal(directory.resolve("spans.ndjson"), json);
        journal.reload(kept);
        journal.openForAppend();
        return journal;
    }

    private void reload(Consumer<Span> kept) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().forEach(line -> read(line, kept));
        }
    }

    /** A line that does not read is what a kill left behind: telemetry, so it may go. */
    private void read(String line, Consumer<Span> kept) {
        try {
            kept.accept(json.readValue(line, Span.class));
        } catch (JsonProcessingException torn) {
            System.getLogger("insights").log(System.Logger.Level.DEBUG, "skipped an unreadable line", torn);
        }
    }

    private void openForAppend() throws IOException {
        boolean torn = endsWithoutNewline();
        writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (torn) {
            writer.write('\n');
        }
        bytes = Files.size(file);
    }

    private boolean endsWithoutNewline() throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return false;
        }
        try (var channel = Files.newByteChannel(file)) {
            var last = java.nio.ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    synchronized void append(List<Span> spans) throws IOException {
        for (Span span : spans) {
            String line = json.writeValueAsString(span);
            writer.write(line);
            writer.write('\n');
            bytes += line.length() + 1;
        }
        writer.flush();
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Replaces the file by these spans, in one step: a kill leaves the old file or the new one. */
    synchronized void rewrite(Collection<Span> spans) throws IOException {
        writer.close();
        Path fresh = file.resolveSibling("spans.ndjson.new");
        try (BufferedWriter into = Files.newBufferedWriter(fresh)) {
            for (Span span : spans) {
                into.write(json.writeValueAsString(span));
                into.write('\n');
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        openForAppend();
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
