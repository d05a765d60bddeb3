package org.homeward.node.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.homeward.node.people.ApiToken;
import org.homeward.node.people.ApiTokens;
import org.homeward.node.people.ApiTokens.Program;
import org.homeward.node.people.People;
import org.homeward.node.people.Person;
import org.homeward.node.web.SecurityLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who may knock where. Neither door for programs knows cookies, so that no page of another site can use it. */
@Configuration(proxyBeanMethods = false)
class Doors {
    /** Other nodes: {@link PeerController} knows them by their signature over the whole request. */
    @Bean
    @Order(1)
    SecurityFilterChain peers(HttpSecurity http) throws Exception {
        return http.securityMatcher("/peer/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .headers(Doors::strict)
                .build();
    }

    /** This side's programs, each with the token of a person. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, People people, ApiTokens tokens) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(people, tokens), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler((request, response, why) -> {
                            refused(request);
                            new AccessDeniedHandlerImpl().handle(request, response, why);
                        }))
                .authorizeHttpRequests(r -> r.anyRequest()
                        // Not LIAISON: who speaks with families sees no case and no register.
                        .hasAnyRole("CLERK", "ANALYST", "LIST_OFFICER", "HEAD", "SECRETARY", "AUDITOR"))
                .headers(Doors::strict)
                .build();
    }

    /** Commands of this machine: {@link ControlController} asks for the key that lies in the node's home. */
    @Bean
    @Order(4)
    SecurityFilterChain commands(HttpSecurity http) throws Exception {
        return http.securityMatcher("/control/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .headers(Doors::strict)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/health", "/metrics")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .headers(Doors::strict)
                .build();
    }

    /** What programs are answered is no page, and a browser that opens it all the same may do nothing with it. */
    private static final String POLICY =
            "default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** Notes that a program asked for what its person may not. */
    static void refused(HttpServletRequest request) {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null && current.getPrincipal() instanceof Person person) {
            SecurityLog.refused("not for this role", person.id(), request);
        } else {
            SecurityLog.stranger("not known", request);
        }
    }

    /** The same for an answer that is given before any door is asked. */
    static void strict(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }

    /** {@code Authorization: Bearer} and the token of a person's program; one that may only ask changes nothing. */
    private static final class TokenFilter extends OncePerRequestFilter {
        private static final String BEARER = "Bearer ";
        private final People people;
        private final ApiTokens tokens;

        TokenFilter(People people, ApiTokens tokens) {
            this.people = people;
            this.tokens = tokens;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String header = request.getHeader("Authorization");
            String token = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
            Optional<Program> program = tokens.program(token);
            if (program.isPresent()
                    && program.get().rights() == ApiToken.Rights.READ
                    && !request.getMethod().equals("GET")) {
                SecurityLog.refused(
                        "a token that asks only", program.get().person().id(), request);
                response.sendError(HttpStatus.FORBIDDEN.value());
                return;
            }
            Optional<Person> person = program.map(Program::person).or(() -> people.byToken(token));
            if (header != null && person.isEmpty()) {
                SecurityLog.stranger("no such token", request);
            }
            person.ifPresent(p -> SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            p, null, List.of(new SimpleGrantedAuthority("ROLE_" + p.role())))));
            chain.doFilter(request, response);
        }
    }
}
