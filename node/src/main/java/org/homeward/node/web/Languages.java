package org.homeward.node.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** The language of a page: as asked for with {@code ?lang=}, as chosen before, as the browser prefers, else English. */
final class Languages {
    /** In the order in which pages offer them. */
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("uk"), Locale.of("ru"), Locale.of("ar"));

    private static final String NAME = "lang";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private Languages() {}

    /** Remembers the language that a page was asked for in. */
    static final class Choice implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            named(request.getParameter(NAME)).ifPresent(locale -> {
                Cookie cookie = new Cookie(cookieName(request), locale.getLanguage());
                cookie.setPath("/");
                cookie.setMaxAge(YEAR);
                cookie.setHttpOnly(true);
                cookie.setSecure(request.isSecure());
                cookie.setAttribute("SameSite", "Strict");
                response.addCookie(cookie);
            });
            return true;
        }
    }

    static Locale of(HttpServletRequest request) {
        return named(request.getParameter(NAME))
                .or(() -> chosen(request))
                .or(() -> preferred(request.getHeader("Accept-Language")))
                .orElse(Locale.ENGLISH);
    }

    /** Over TLS a name under which a browser takes no cookie from another host. */
    private static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private static Optional<Locale> named(@Nullable String language) {
        return ALL.stream().filter(l -> l.getLanguage().equals(language)).findFirst();
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return java.util.Arrays.stream(cookies)
                .filter(c -> c.getName().equals(cookieName(request)))
                .findFirst()
                .flatMap(c -> named(c.getValue()));
    }

    private static Optional<Locale> preferred(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ALL));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
