package io.tollgate.users.plan.file;

import io.tollgate.users.plan.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The operations of the OpenAPI documents that came with this service; their lines are looked at, and not the whole YAML. */
@Component
class DocumentedOperations implements Operations {
    private static final List<String> SERVICES = List.of("users", "orders", "products", "payments");
    private static final Pattern PATH = Pattern.compile(" {2}(/\\S+):\\s*");
    private static final Pattern METHOD = Pattern.compile(" {4}(get|put|post|patch|delete):\\s*");
    private static final String INTERNAL = "/internal/";

    private final Set<String> all;

    DocumentedOperations() {
        Set<String> found = new TreeSet<>();
        SERVICES.forEach(service -> collect(text("/openapi/" + service + ".v1.yml"), found));
        this.all = Set.copyOf(found);
    }

    @Override
    public Set<String> all() {
        return all;
    }

    private static void collect(String document, Set<String> found) {
        String path = INTERNAL;
        for (String line : document.lines().toList()) {
            Matcher place = PATH.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (place.matches()) {
                path = place.group(1);
            } else if (method.matches() && !path.startsWith(INTERNAL)) {
                found.add(method.group(1).toUpperCase(Locale.ROOT) + ' ' + path);
            }
        }
    }

    private static String text(String resource) {
        try (InputStream document = DocumentedOperations.class.getResourceAsStream(resource)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
