package io.tollgate.testing.bus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class the embedded Service Bus on a free port. Test methods and constructors may take a
 * {@code ServiceBusServer} parameter; {@code @DynamicPropertySource} methods ask {@link ServiceBusExtension#connectionString()}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServiceBusExtension.class)
public @interface ServiceBus {

    /** The topology: a classpath resource, or a file. */
    String topology() default "topology.yml";

    /** One bus for all classes of this JVM that ask for this topology, instead of one for this class alone. */
    boolean shared() default false;
}
