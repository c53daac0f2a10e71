package io.tollgate.cli.audit;

import io.tollgate.cli.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everybody's books, opened the way each can be: asked for where the process runs, read from its file where it does not. */
final class Library implements AutoCloseable {

    private static final List<String> SERVICES = List.of("users", "orders", "products", "payments", "workers");
    private static final String SANDBOX = "sandbox";

    private final Map<String, Books> books = new LinkedHashMap<>();
    private final List<FileBooks> files = new ArrayList<>();

    private Library() {}

    static Library of(Platform platform) {
        Library library = new Library();
        SERVICES.forEach(service -> library.books.put(service, library.open(platform, service)));
        library.books.put(SANDBOX, new SandboxBooks(platform.install().data(SANDBOX)));
        return library;
    }

    private Books open(Platform platform, String service) {
        return platform.running().stream()
                .filter(process -> process.name().equals(service))
                .findFirst()
                .<Books>map(process -> new RunningBooks(service, "http://127.0.0.1:" + process.managementPort()))
                .orElseGet(() -> fromFile(platform, service));
    }

    private Books fromFile(Platform platform, String service) {
        FileBooks file = FileBooks.open(platform.install().data(service).resolve(service), platform.jars(service));
        files.add(file);
        return file;
    }

    Map<String, Books> books() {
        return books;
    }

    @Override
    public void close() {
        files.forEach(FileBooks::close);
    }
}
