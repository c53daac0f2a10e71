package io.tollgate.http;

import java.lang.reflect.Method;
import org.springframework.boot.autoconfigure.web.reactive.WebFluxRegistrations;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * An operation that does not say what it produces produces JSON. Spring would write the same object as a stream of events to
 * whoever accepts one, and would notice what it cannot write only after the work is done.
 */
final class JsonMappings implements WebFluxRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new JsonUnlessSaid();
    }

    private static final class JsonUnlessSaid extends StrictParameters {
        @Override
        protected RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
            RequestMappingInfo mapping = super.getMappingForMethod(method, handlerType);
            return mapping == null || !mapping.getProducesCondition().isEmpty()
                    ? mapping
                    : mapping.mutate()
                            .produces(MediaType.APPLICATION_JSON_VALUE)
                            .build();
        }
    }
}
