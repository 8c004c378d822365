package org.casebridge.matrix;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All addresses of the server as Spring has them, and the filters that stand before them. */
@Component
@Lazy
class Inventory {

    private final RequestMappingHandlerMapping routes;
    private final FilterChainProxy filters;

    Inventory(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes, @Qualifier("springSecurityFilterChain") jakarta.servlet.Filter filters) {
        this.routes = routes;
        this.filters = find(filters);
    }

    List<Address> all() {
        return routes.getHandlerMethods().entrySet().stream().<Address>mapMulti((it, into) -> {
            var methods = it.getKey().getMethodsCondition().getMethods().stream().map(Enum::name).toList();
            for (var path : it.getKey().getPatternValues().stream().filter(path -> !path.startsWith("/tests/")).toList()) {
                (methods.isEmpty() ? List.of("ANY") : methods).forEach(method -> into.accept(new Address(method, path, it.getValue())));
            }
        }).sorted(Comparator.naturalOrder()).toList();
    }

    /** A filter can answer a request without any handler, so that each is in the table too. */
    List<String> filters() {
        return filters.getFilterChains().stream().flatMap(it -> it.getFilters().stream()).map(it -> "FILTER " + it.getClass().getSimpleName()).distinct().sorted().toList();
    }

    private static FilterChainProxy find(jakarta.servlet.Filter filter) {
        if (filter instanceof FilterChainProxy found) {
            return found;
        }
        var inner = new org.springframework.beans.DirectFieldAccessor(filter);
        for (var name : List.of("filterChainProxy", "delegate")) {
            if (inner.isReadableProperty(name) && inner.getPropertyValue(name) instanceof jakarta.servlet.Filter next) {
                return find(next);
            }
        }
        throw new IllegalStateException("where are the filters in " + filter);
    }
}
