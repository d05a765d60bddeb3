package org.homeward.node.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.homeward.node.web.SecurityLog;
import org.homeward.node.web.ThisMachine;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers other machines over TLS alone (ASVS 5.0, 12.2.1). Who came in the clear is sent nowhere else: a redirect would hide that what he
 * sent was read on the way. That the node is there ({@code /health}) is no secret.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OverTls extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()
                || request.getRequestURI().equals("/health")
                || ThisMachine.is(request.getRemoteAddr())) {
            chain.doFilter(request, response);
            return;
        }
        SecurityLog.stranger("in the clear");
        Doors.strict(response);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write("This node answers other machines over https alone.".getBytes(StandardCharsets.UTF_8));
    }
}
