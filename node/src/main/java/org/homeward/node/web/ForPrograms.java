package org.homeward.node.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.node.people.ApiTokens;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The pages for programs: whoever asks a page's own address for {@code application/json} with a person's token is answered the data that the
 * page is made from ({@link PageData}), by the same controller, behind the same {@link PageRights}, case doors, notes and purposes. Such a request has no
 * session and no cookie, and can only ask.
 */
@Configuration(proxyBeanMethods = false)
class ForPrograms {
    /** Says for what a person's data is read: one of {@link Purpose.Why}, and after a space the file's number if there is one. */
    static final String PURPOSE = "Homeward-Purpose";

    private static final String BEARER = "Bearer ";
    private static final String MARK = ForPrograms.class.getName();

    /** Whether the answer goes to a program. */
    static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    SecurityFilterChain pagesForPrograms(HttpSecurity http, SignIn signIn, ApiTokens tokens, Clock clock)
            throws Exception {
        return http.securityMatcher(ForPrograms::asked)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new Known(signIn, tokens, clock), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler((request, response, why) -> {
                            SecurityLog.refused("not for this role", request);
                            new AccessDeniedHandlerImpl().handle(request, response, why);
                        }))
                .authorizeHttpRequests(PageRights::of)
                .headers(PagesSecurity::strict)
                .build();
    }

    /** A request with a token that asks for data and not for a page; also on its way to the answer that says what was wrong. */
    private static boolean asked(HttpServletRequest request) {
        String token = request.getHeader("Authorization");
        return is(request)
                || token != null
                        && token.startsWith(BEARER)
                        && HttpMethod.GET.matches(request.getMethod())
                        && wantsData(request.getHeader("Accept"));
    }

    private static boolean wantsData(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        List<String> kinds = Arrays.stream(accept.split(",", -1))
                .map(kind -> kind.split(";", 2)[0].strip())
                .toList();
        return kinds.contains(MediaType.APPLICATION_JSON_VALUE) && !kinds.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Knows the person by the token of his program, and what he says he reads for. */
    private static final class Known extends OncePerRequestFilter {
        private final SignIn signIn;
        private final ApiTokens tokens;
        private final Clock clock;

        Known(SignIn signIn, ApiTokens tokens, Clock clock) {
            this.signIn = signIn;
            this.tokens = tokens;
            this.clock = clock;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            request.setAttribute(MARK, Boolean.TRUE);
            String token = request.getHeader("Authorization").substring(BEARER.length());
            Optional<Reader> reader = tokens.program(token)
                    .flatMap(program -> signIn.byId(program.person().id()))
                    .or(() -> signIn.byToken(token));
            if (reader.isEmpty()) {
                SecurityLog.stranger("no such token", request);
                response.sendError(HttpStatus.UNAUTHORIZED.value());
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            reader.get(),
                            null,
                            List.of(new SimpleGrantedAuthority(
                                    "ROLE_" + reader.get().role()))));
            purpose(request.getHeader(PURPOSE)).ifPresent(purpose -> purpose.keepFor(request));
            chain.doFilter(request, response);
        }

        private Optional<Purpose> purpose(@Nullable String said) {
            if (said == null) {
                return Optional.empty();
            }
            String[] words = said.strip().split(" ", 2);
            return Arrays.stream(Purpose.Why.values())
                    .filter(why -> why.name().equals(words[0]))
                    .findFirst()
                    .flatMap(why -> Purpose.of(why, words.length > 1 ? words[1] : "", clock.instant()));
        }
    }
}
