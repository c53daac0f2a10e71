package io.tollgate.users.plan.file;

import io.tollgate.http.HttpJson;
import io.tollgate.users.plan.KnownWords;
import io.tollgate.users.plan.PlanFile;
import io.tollgate.users.plan.PlanFileRefused;
import io.tollgate.users.plan.PlanPage;
import io.tollgate.values.InvalidVariable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The file of the environment, or the one that comes with the service; a process does not start with a wrong one. */
@Component
class YamlPlanFile implements PlanFile {
    private static final String OWN = "/plans.yml";

    private final PlanYaml yaml;
    private final String file;

    YamlPlanFile(PlanFileProperties properties, HttpJson json, KnownWords known) {
        this.yaml = new PlanYaml(json.mapper(), known);
        this.file = properties.file();
        try {
            page();
        } catch (PlanFileRefused refused) {
            throw InvalidVariable.because(
                    PlanFileProperties.VARIABLE, "does not declare plans: " + refused.getMessage(), refused);
        }
    }

    /** Files are read where a thread may wait. */
    @Override
    public Mono<PlanPage> read() {
        return Mono.fromCallable(this::page).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<PlanPage> parse(String text) {
        return Mono.fromCallable(() -> yaml.parse(text)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<PlanPage> parsePart(String text) {
        return Mono.fromCallable(() -> yaml.parsePart(text)).subscribeOn(Schedulers.boundedElastic());
    }

    private PlanPage page() {
        return yaml.parse(file.isBlank() ? own() : declared());
    }

    private String declared() {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new PlanFileRefused("the file cannot be read");
        }
    }

    private static String own() {
        try (InputStream page = YamlPlanFile.class.getResourceAsStream(OWN)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
