package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services' READMEs tell people to call. */
class ReadmeOperationsTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern CALL = Pattern.compile(
            "\\b((?:GET|POST|PUT|PATCH|DELETE)(?:\\|(?:GET|POST|PUT|PATCH|DELETE))*) (/[^\\s`?,;)]+)(\\?\\w+)?");

    private record Call(String method, String path, String parameter) {
        boolean isOf(ApiOperation operation) {
            return operation.method().equals(method)
                    && nameless(operation.path()).equals(nameless(path))
                    && (parameter == null
                            || operation.parameters("query").stream()
                                    .anyMatch(known -> known.name().equals(parameter)));
        }

        private static String nameless(String path) {
            return path.replaceAll("\\{[^}]+}", "{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "products", "orders", "payments"})
    void every_call_of_a_readme_is_an_operation(String service) throws IOException {
        List<ApiOperation> operations = new ApiDocument("openapi/" + service + ".v1.yml").operations();
        List<Call> calls = calls(Files.readString(REPOSITORY.resolve(service + "-service/README.md")));

        assertThat(calls).hasSizeGreaterThan(3);
        assertThat(calls).allSatisfy(call -> assertThat(operations).anyMatch(call::isOf));
    }

    private static List<Call> calls(String readme) {
        return CALL.matcher(readme)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\|"))
                        .map(method -> new Call(
                                method,
                                found.group(2),
                                found.group(3) == null ? null : found.group(3).substring(1))))
                .toList();
    }
}
