package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks whoever opens the page of a person for what he reads it, before he reads it. */
final class PurposeGate implements HandlerInterceptor {
    /** Pages on which all that is known of a person stands, and files that carry people out of the node. */
    private static final List<Pattern> SENSITIVE = List.of(
            Pattern.compile("/registers/[^/]+/rows/.*"),
            Pattern.compile("/registers/[^/]+/twins/.*"),
            Pattern.compile("/registers/[^/]+/export"),
            Pattern.compile("/cases/[^/]+/lists/[^/]+/export"),
            Pattern.compile("/families/kin/[^/]+/extract"),
            Pattern.compile("/exports/[^/]+/file"));

    private static final String FOR_WHAT = "All that is known of a person stands here: say in the header "
            + ForPrograms.PURPOSE + " for what it is read, one of " + Arrays.toString(Purpose.Why.values())
            + ", and after a space the number of the file if there is one.";

    private final Supplier<Clock> clock;

    PurposeGate(Supplier<Clock> clock) {
        this.clock = clock;
    }

    static boolean isSensitive(String path) {
        return SENSITIVE.stream().anyMatch(p -> p.matcher(path).matches());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = request.getRequestURI();
        if (!request.getMethod().equals("GET")
                || !isSensitive(path)
                || Purpose.in(request, clock.get().instant()).isPresent()) {
            return true;
        }
        if (ForPrograms.is(request)) {
            ProgramRefusal.send(request, response, HttpStatus.PRECONDITION_REQUIRED, FOR_WHAT);
            return false;
        }
        String query = request.getQueryString();
        String to = query == null ? path : path + "?" + query;
        response.sendRedirect(PurposeController.PATH + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        return false;
    }
}
