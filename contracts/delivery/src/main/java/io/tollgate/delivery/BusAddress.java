package io.tollgate.delivery;

import io.tollgate.values.InvalidVariable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Asks for the bus's address before anything is made of it: the binder would start without one and say so for ever. */
final class BusAddress implements BeanFactoryPostProcessor {
    static final String PROPERTY = "spring.cloud.azure.servicebus.connection-string";
    private static final String VARIABLE = "TOLLGATE_SERVICEBUS_CONNECTION_STRING";

    private final Environment environment;

    BusAddress(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String address = environment.getProperty(PROPERTY, "").trim();
        if (address.isEmpty()) {
            throw InvalidVariable.missing(VARIABLE);
        }
        if (!address.contains("Endpoint=sb://") || !address.contains("SharedAccessKey")) {
            throw InvalidVariable.because(VARIABLE, "is not a Service Bus connection string", null);
        }
    }
}
