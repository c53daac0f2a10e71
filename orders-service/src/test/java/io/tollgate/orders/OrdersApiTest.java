package io.tollgate.orders;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ApiContract;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class OrdersApiTest {
    private final ApiContract contract = ApiContract.of("orders");

    @Test
    void the_document_is_sound() {
        contract.assertSound();
    }

    @Test
    void what_is_documented_is_there_and_what_is_there_is_documented() {
        Set<String> mapped = controllers().flatMap(OrdersApiTest::operations).collect(toSet());

        assertThat(mapped).isEqualTo(contract.operations());
    }

    private static Stream<Class<?>> controllers() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("io.tollgate.orders").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, null));
    }

    private static Stream<String> operations(Class<?> controller) {
        String root = controller.getAnnotation(RequestMapping.class).value()[0];
        return Stream.of(controller.getDeclaredMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> mapping.method()[0] + " " + root + String.join("", mapping.path()));
    }
}
