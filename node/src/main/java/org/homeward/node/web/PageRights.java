package org.homeward.node.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Which page and which form is for which role, one table for people and for their programs. What is not named here is closed. */
final class PageRights {
    private PageRights() {}

    static void of(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(SignInController.PATH, EnrolController.PATH, EnrolController.KEY, "/assets/**")
                .permitAll()
                .requestMatchers(PageRights::knowsFamiliesAlone)
                .denyAll()
                .requestMatchers(
                        HttpMethod.GET,
                        "/families",
                        "/families/notices/*",
                        "/families/notices/*/release",
                        "/families/kin/*/extract")
                .hasAnyRole("LIAISON", "HEAD")
                .requestMatchers(
                        HttpMethod.POST,
                        "/families/kin",
                        "/families/kin/*/verify",
                        "/families/kin/*/lost",
                        "/families/kin/*/code",
                        "/families/days/*/verify",
                        "/families/events",
                        "/families/events/*/verify",
                        "/families/notices/*/release",
                        "/families/notices/*/handed",
                        "/families/visits/*",
                        "/families/corrections/*")
                .hasAnyRole("LIAISON", "HEAD")
                .requestMatchers(HttpMethod.GET, "/releases", "/releases/*", "/statements")
                .hasAnyRole("ANALYST", "LIST_OFFICER", "HEAD")
                .requestMatchers(HttpMethod.POST, "/releases", "/releases/*", "/statements", "/statements/*/*")
                .hasAnyRole("ANALYST", "LIST_OFFICER", "HEAD")
                .requestMatchers(HttpMethod.GET, "/remains", "/remains/*.pdf")
                .hasAnyRole("ANALYST", "LIST_OFFICER", "HEAD", "AUDITOR")
                .requestMatchers(HttpMethod.POST, "/remains", "/remains/*")
                .hasAnyRole("ANALYST", "LIST_OFFICER", "HEAD")
                .requestMatchers(
                        HttpMethod.POST,
                        "/registers/*/rows/*/*/statements",
                        "/registers/*/rows/*/*/papers",
                        "/registers/*/rows/*/*/papers/*/remove")
                .hasAnyRole("CLERK", "ANALYST", "LIST_OFFICER", "HEAD")
                .requestMatchers(
                        HttpMethod.POST,
                        "/registers/*/rows/*/*/claims/*",
                        "/registers/*/twins/look",
                        "/registers/*/twins/*/*")
                .hasAnyRole("ANALYST", "LIST_OFFICER", "HEAD")
                .requestMatchers("/talks", "/talks/**")
                .hasAnyRole("LIST_OFFICER", "HEAD", "SECRETARY", "AUDITOR")
                .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/cases/**",
                        "/registers/**",
                        "/intake/**",
                        "/people/**",
                        "/record",
                        "/record/**",
                        "/me",
                        "/me/tokens/new",
                        "/purpose",
                        "/glass",
                        "/exports/**",
                        "/me/sessions",
                        "/duties",
                        "/enrolment",
                        "/enrolment/card")
                .authenticated()
                .requestMatchers(
                        HttpMethod.POST,
                        "/purpose",
                        "/glass",
                        "/glass/*",
                        "/exports",
                        "/exports/*/*",
                        "/cases/*/people/*/*",
                        "/cases/*/steps/*",
                        "/cases/*/drafts/*",
                        "/cases/*/desk/pairs/*",
                        "/cases/*/agreed/*",
                        "/cases/*/day",
                        "/cases/*/day/roster",
                        "/cases/*/day/movements",
                        "/cases/*/day/*/logs",
                        "/registers/*/search",
                        "/cases/*/day/*/follow",
                        "/registers/*/batches/*/undo",
                        "/registers/held/rows/*/*/holds",
                        "/registers/held/rows/*/*/boards",
                        "/registers/held/rows/*/*/boards/*/confirm",
                        "/cases/*/persons/*",
                        "/cases/*/wishes",
                        "/cases/*/wishes/find",
                        "/registers/held/rows/*/*/holds/*/*",
                        "/intake",
                        "/duties",
                        "/intake/*/*",
                        "/cases/*/terms",
                        "/record",
                        "/record/articles/*/entries/*",
                        "/record/lines/*/withdraw",
                        "/record/exchanges",
                        "/enrolment",
                        "/enrolment/confirm",
                        "/people/invitations",
                        "/people/invite",
                        "/people/*/confirm",
                        "/people/*/remove",
                        "/me/passkeys",
                        "/me/tokens",
                        "/me/tokens/*/end",
                        "/me/sessions")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    /** What is closed to whoever speaks with families: cases, registers, and what is owed, said and reported beside them. */
    private static final List<String> NOT_FOR_FAMILIES =
            List.of("/cases", "/registers", "/intake", "/duties", "/talks", "/record", "/exports", "/glass");

    private static boolean knowsFamiliesAlone(HttpServletRequest request) {
        String path = request.getRequestURI();
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        return NOT_FOR_FAMILIES.stream().anyMatch(path::startsWith)
                && current != null
                && current.getAuthorities().contains(new SimpleGrantedAuthority("ROLE_LIAISON"));
    }
}
