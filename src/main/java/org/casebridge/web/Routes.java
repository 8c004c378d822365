package org.casebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers an address. Spring compares it with every pattern there is, one after the other; with many hundreds that took a tenth of a page. An address has as many parts as its pattern, so the others
 * are passed over unread.
 */
final class Routes extends RequestMappingHandlerMapping {

    /** Patterns of which no number of parts can be told, or several. */
    private static final int ANY = -1;

    /** Of the address that is looked for. */
    private static final ScopedValue<Integer> PARTS = ScopedValue.newInstance();

    private final Map<RequestMappingInfo, Integer> lengths = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        int parts = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().size();
        return ScopedValue.where(PARTS, parts).call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        int length = lengths.computeIfAbsent(info, Routes::length);
        return length == ANY || !PARTS.isBound() || length == PARTS.get() ? super.getMatchingMapping(info, request) : null;
    }

    private static int length(RequestMappingInfo info) {
        var lengths = info.getPatternValues().stream().mapToInt(it -> it.isEmpty() || it.contains("**") || it.contains("{*") ? ANY : PathContainer.parsePath(it).elements().size()).distinct().toArray();
        return lengths.length == 1 ? lengths[0] : ANY;
    }
}
