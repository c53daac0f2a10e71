package io.tollgate.users.client.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What no pattern can say. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FitsValidator.class)
@interface Fits {
    FitsValidator.Kind value();

    String message() default "is not what it must be";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
