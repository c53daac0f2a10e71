package io.tollgate.sandbox.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** An append-only file of records, one JSON line each; what is written before an answer survives a kill after it. */
public final class Journal<T> implements AutoCloseable {

    private final FileChannel file;
    private final ObjectMapper json;

    private Journal(FileChannel file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    /** Hands over what was kept before, in order. A last line without its end was never answered for, and is cut off. */
    public static <T> Journal<T> open(Path path, ObjectMapper json, Class<T> type, Consumer<T> kept)
            throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        byte[] bytes = Files.readAllBytes(path);
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                kept.accept(json.readValue(bytes, start, end - start, type));
                start = end + 1;
            }
        }
        file.truncate(start).position(start);
        return new Journal<>(file, json);
    }

    public synchronized void append(T record) {
        try {
            ByteBuffer line = StandardCharsets.UTF_8.encode(json.writeValueAsString(record) + "\n");
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the sandbox could not keep what it did", full);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the sandbox could not close its file", failed);
        }
    }
}
