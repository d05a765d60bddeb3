package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Supplier;
import org.homeward.node.web.view.ReadNotes;
import org.homeward.node.web.view.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes who opens which page or asks for which change, before it happens: what cannot be noted does not
 * happen. A person's page is noted with the {@link Purpose} for which it is read.
 */
final class ReadNoter implements HandlerInterceptor {
    private final Supplier<ReadNotes> reads;
    private final Supplier<Clock> clock;

    ReadNoter(Supplier<ReadNotes> reads, Supplier<Clock> clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null && current.getPrincipal() instanceof Reader reader) {
            if ("GET".equals(request.getMethod())) {
                String path = request.getRequestURI();
                String what = PurposeGate.isSensitive(path)
                        ? Purpose.in(request, clock.get().instant())
                                .map(purpose -> path + " for " + purpose.noted())
                                .orElse(path)
                        : path;
                reads.get().note(reader.id(), what);
            } else {
                reads.get().asked(reader.id(), request.getMethod() + " " + request.getRequestURI());
            }
        }
        return true;
    }
}
