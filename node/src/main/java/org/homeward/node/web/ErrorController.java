package org.homeward.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when something is not there, not allowed or broken: what to do, and nothing of the inside. */
@Controller
final class ErrorController {
    static final String PATH = "/error";

    private static final Pattern CASE = Pattern.compile("/cases/([a-z0-9][a-z0-9-]{0,39})(/.*)?");

    private final PageFrame frame;

    ErrorController(PageFrame frame) {
        this.frame = frame;
    }

    @RequestMapping(PATH)
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (isForPrograms(request)) {
            String sentence = sentence(request, status);
            String body = "{\"code\":\"" + status.name() + "\",\"sentence\":\"" + sentence + "\"}";
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body.getBytes(StandardCharsets.UTF_8));
        }
        response.setStatus(status.value());
        ModelAndView page = new ModelAndView("error");
        page.addObject("page", frame.of(request));
        page.addObject("kind", kind(status));
        page.addObject("code", status.value());
        page.addObject("closedCase", closedCase(request, status));
        return page;
    }

    /** The case that is not there or not open to him who asked: both look the same, and both offer the glass. Empty for all else. */
    private static String closedCase(HttpServletRequest request, HttpStatus status) {
        Matcher path = CASE.matcher(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        return status == HttpStatus.NOT_FOUND && path.matches() ? path.group(1) : "";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String sentence(HttpServletRequest request, HttpStatus status) {
        String usual = status == HttpStatus.TOO_MANY_REQUESTS
                ? "Something that takes long is running already: wait until it has ended, then ask again. Nothing has begun."
                : status.getReasonPhrase() + ".";
        return ProgramRefusal.of(request).orElse(usual);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        if (ForPrograms.is(request)) {
            return true;
        }
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return asked.startsWith("/api/") || asked.startsWith("/peer/") || asked.startsWith("/health");
    }

    private static String kind(HttpStatus status) {
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            return "busy";
        }
        if (status == HttpStatus.FORBIDDEN) {
            return "forbidden";
        }
        if (status == HttpStatus.NOT_FOUND) {
            return "notFound";
        }
        return status.is4xxClientError() ? "bad" : "broken";
    }
}
