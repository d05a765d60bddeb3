package org.homeward.node.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.homeward.node.web.SecurityLog;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path in which a plain sign is written as a code, as {@code /%63ases} for {@code /cases}: no program writes it so (RFC 3986, 2.3), and a
 * door that reads the path as it came would take it for another than the page behind it does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PlainPaths extends OncePerRequestFilter {
    /** Letters, digits, hyphen, point, underscore and tilde, written as a code. */
    private static final Pattern DISGUISED =
            Pattern.compile("%(?:2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!DISGUISED.matcher(request.getRequestURI()).find()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityLog.stranger("a disguised path");
        Doors.strict(response);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write("This address is written in a way that this node does not read. Open the page from its link."
                        .getBytes(StandardCharsets.UTF_8));
    }
}
