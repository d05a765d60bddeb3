package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.homeward.node.web.view.ReadNotes;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes who opens which page or asks for which change, before it happens: what cannot be noted does not happen. */
final class ReadNoter implements HandlerInterceptor {
    private final Supplier<ReadNotes> reads;

    ReadNoter(Supplier<ReadNotes> reads) {
        this.reads = reads;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null && current.getPrincipal() instanceof Reader reader) {
            if ("GET".equals(request.getMethod())) {
                reads.get().note(reader.id(), request.getRequestURI());
            } else {
                reads.get().asked(reader.id(), request.getMethod() + " " + request.getRequestURI());
            }
        }
        return true;
    }
}
