package io.tollgate.orders.order.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.http.ProblemType;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.ProblemRows;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

class OrdersApiTest {
    private final ApiContract contract = ApiContract.of("orders");

    @Test
    void the_document_is_sound() {
        contract.assertSound();
    }

    @Test
    void what_is_documented_is_there_and_what_is_there_is_documented() {
        Set<String> mapped = Stream.of(OrderController.class, CancellationController.class, TimelineController.class)
                .flatMap(OrdersApiTest::operations)
                .collect(toSet());

        assertThat(mapped).isEqualTo(contract.operations());
    }

    private static Stream<String> operations(Class<?> controller) {
        String root = controller.getAnnotation(RequestMapping.class).value()[0];
        return Stream.of(controller.getDeclaredMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> mapping.method()[0] + " " + root + String.join("", mapping.path()));
    }

    @Test
    void every_refusal_of_its_own_has_a_row_in_the_table_of_problems() {
        Stream.of(
                        OrderProblems.UNKNOWN_PRODUCT,
                        OrderProblems.PRICE_CHANGED,
                        OrderProblems.MIXED_CURRENCIES,
                        OrderProblems.TOTAL_TOO_LARGE,
                        OrderProblems.PRODUCT_RETIRED,
                        OrderProblems.EXTERNAL_ID_TAKEN,
                        OrderProblems.ORDER_SHIPPED)
                .forEach(OrdersApiTest::assertDocumented);
    }

    private static void assertDocumented(ProblemType type) {
        ProblemRows.assertDocumented(type.name(), type.status(), type.title());
    }
}
