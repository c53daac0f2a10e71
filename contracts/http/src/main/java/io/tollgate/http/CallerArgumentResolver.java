package io.tollgate.http;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives a controller's method the {@link Caller} it declares. */
final class CallerArgumentResolver implements SyncHandlerMethodArgumentResolver {
    private static final String ATTRIBUTE = Caller.class.getName();

    static void remember(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgumentValue(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        Caller caller = exchange.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw Problem.of(ProblemTypes.CALLER_TOKEN_REQUIRED).asRefusal();
        }
        return caller;
    }
}
