package org.homeward.node.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Fills each page of the families' door up to one size, so that whoever watches the line cannot tell news from none. */
final class FamilyPageSize extends OncePerRequestFilter {
    /** Larger than a page with as many notices as are shown, in the language that takes most. */
    static final int BYTES = 32_768;

    private static final byte[] OPEN = "\n<!--".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "-->".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals("/family") && !path.equals("/family/answer") && !path.equals("/notice");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        int missing = BYTES - page.getContentSize() - OPEN.length - CLOSE.length;
        if (page.getContentSize() > 0 && missing >= 0) {
            var out = page.getOutputStream();
            out.write(OPEN);
            out.write(" ".repeat(missing).getBytes(StandardCharsets.US_ASCII));
            out.write(CLOSE);
        }
        page.setContentLength(page.getContentSize());
        page.copyBodyToResponse();
    }
}
