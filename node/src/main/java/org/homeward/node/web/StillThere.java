package org.homeward.node.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a person who left, whose role changed, or whose sign-in has ended (ASVS 5.0, 7.3.2, 7.4.2 and 8.3.2). */
final class StillThere extends OncePerRequestFilter {
    private final SignIn signIn;
    private final Sessions sessions;

    StillThere(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null
                && current.getPrincipal() instanceof Reader reader
                && !lasts(reader, request.getSession(false))) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean lasts(Reader reader, @Nullable HttpSession session) {
        return session != null
                && sessions.lasts(session)
                && signIn.byId(reader.id()).equals(Optional.of(reader));
    }
}
