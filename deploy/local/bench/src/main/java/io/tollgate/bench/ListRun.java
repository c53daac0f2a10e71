package io.tollgate.bench;

import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.rows.Copies;
import io.tollgate.bench.server.Platform;
import io.tollgate.bench.server.Service;

/** Fills a list in its file, and then measures its pages with the service alone on it. */
final class ListRun {
    private final LongList list;
    private final Settings settings;

    private ListRun(LongList list, Settings settings) {
        this.list = list;
        this.settings = settings;
    }

    static void of(LongList list, Settings settings) {
        settings.database = "file";
        Run.with(settings, new ListRun(list, settings)::measure);
    }

    private void measure(Platform platform, Callers callers) {
        try (Load load = new Load(1)) {
            Requests requests = new Requests(callers);
            fill(platform, load, requests);
            Service service = platform.service(list.service(), list.variables());
            Pages pages = new Pages(load, service, query -> list.page(service, requests, query), settings);
            pages.warmUp(list.queries());
            pages.measure(list.queries());
            System.out.println(pages.table() + "\n" + pages.worst());
        }
    }

    private void fill(Platform platform, Load load, Requests requests) {
        try (Service service = platform.helper(list.service(), list.variables())) {
            list.fill(platform, service, load, requests);
            service.awaitSent();
        }
        Progress.say("multiplying");
        try (Copies copies = new Copies(platform.databaseFile(list.service()))) {
            list.multiply(copies, settings.rows);
        }
    }
}
