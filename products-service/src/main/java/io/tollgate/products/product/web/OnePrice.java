package io.tollgate.products.product.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One price for good, or a list of prices, but not both. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OnePrice.Check.class)
@interface OnePrice {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The list is what is right when in doubt. */
    final class Check implements ConstraintValidator<OnePrice, ProductRequest> {
        @Override
        public boolean isValid(ProductRequest product, ConstraintValidatorContext context) {
            if (product.price() == null || product.prices() == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must not stand beside prices, of which it is the short form")
                    .addPropertyNode("price")
                    .addConstraintViolation();
            return false;
        }
    }
}
