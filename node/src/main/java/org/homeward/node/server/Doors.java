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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
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
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(r -> r.anyRequest()
                        // Not LIAISON: who speaks with families sees no case and no register.
                        .hasAnyRole("CLERK", "ANALYST", "LIST_OFFICER", "HEAD", "SECRETARY", "AUDITOR"))
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
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/health", "/metrics")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .build();
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
                response.sendError(HttpStatus.FORBIDDEN.value());
                return;
            }
            Optional<Person> person = program.map(Program::person).or(() -> people.byToken(token));
            person.ifPresent(p -> SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            p, null, List.of(new SimpleGrantedAuthority("ROLE_" + p.role())))));
            chain.doFilter(request, response);
        }
    }
}
