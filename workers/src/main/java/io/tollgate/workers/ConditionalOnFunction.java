package io.tollgate.workers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** For a function and everything it needs: there only when {@code spring.cloud.function.definition} names it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnFunction.class)
@interface ConditionalOnFunction {
    String value();
}
