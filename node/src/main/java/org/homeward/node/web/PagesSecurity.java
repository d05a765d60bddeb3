package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of the pages: closed to everything that is not named here, and the last of the doors. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {
    /** Nothing from elsewhere, no script in a page; the one script there is asks a passkey, and may not connect to anything. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn) throws Exception {
        return http.authenticationProvider(new Tokens(signIn))
                .formLogin(form -> form.loginPage(SignInController.PATH)
                        .usernameParameter(SignInController.PERSON)
                        .passwordParameter(SignInController.TOKEN)
                        .authenticationDetailsSource(Details::new)
                        .defaultSuccessUrl("/", false)
                        .failureUrl(SignInController.PATH + "?refused"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SignInController.PATH + "?out"))
                .addFilterBefore(new StillThere(signIn), AuthorizationFilter.class)
                .authorizeHttpRequests(r -> r.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SignInController.PATH, EnrolController.PATH, EnrolController.KEY, "/assets/**")
                        .permitAll()
                        .requestMatchers(PagesSecurity::knowsFamiliesAlone)
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
                                "/duties",
                                "/enrolment",
                                "/enrolment/card")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/cases/*/steps/*",
                                "/cases/*/drafts/*",
                                "/cases/*/desk/pairs/*",
                                "/cases/*/agreed/*",
                                "/cases/*/day",
                                "/cases/*/day/roster",
                                "/cases/*/day/movements",
                                "/cases/*/day/*/logs",
                                "/cases/*/day/*/follow",
                                "/registers/*/batches/*/undo",
                                "/registers/held/rows/*/*/holds",
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
                                "/people/*/confirm",
                                "/people/*/remove",
                                "/me/passkeys")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .headers(h -> h.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                        .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** Where a sign-in comes from, and the number that its passkey had to sign; taken from the session, so that it serves once. */
    private static final class Details extends WebAuthenticationDetails {
        private static final long serialVersionUID = 1L;
        private final String nonce;

        Details(HttpServletRequest request) {
            super(request);
            nonce = Nonces.take(request, SignInController.ACT);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Details that && super.equals(other) && nonce.equals(that.nonce);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + nonce.hashCode();
        }
    }

    /** Signs in by a passkey, or by a person's token; a test operator without one, from this machine. */
    private record Tokens(SignIn signIn) implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication asked) {
            String token = String.valueOf(asked.getCredentials());
            Optional<Reader> reader = token.startsWith(SignInController.SIGNATURE)
                    ? asked.getDetails() instanceof Details details
                            ? signIn.byPasskey(asked.getName(), token, details.nonce)
                            : Optional.empty()
                    : token.isEmpty()
                            ? testOperator(asked.getName(), asked.getDetails())
                            : signIn.byToken(token.strip());
            return reader.map(Tokens::signedIn)
                    .orElseThrow(() -> new BadCredentialsException("no such token or test operator"));
        }

        private Optional<Reader> testOperator(String id, @Nullable Object details) {
            return details instanceof WebAuthenticationDetails from && isThisMachine(from.getRemoteAddress())
                    ? signIn.testOperators().stream()
                            .filter(o -> o.id().equals(id))
                            .findFirst()
                    : Optional.empty();
        }

        private static Authentication signedIn(Reader reader) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    reader, null, List.of(new SimpleGrantedAuthority("ROLE_" + reader.role())));
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }

    /** What is closed to whoever speaks with families: cases, registers, and what is owed, said and reported beside them. */
    private static final List<String> NOT_FOR_FAMILIES =
            List.of("/cases", "/registers", "/intake", "/duties", "/talks", "/record");

    private static boolean knowsFamiliesAlone(HttpServletRequest request) {
        String path = request.getRequestURI();
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        return NOT_FOR_FAMILIES.stream().anyMatch(path::startsWith)
                && current != null
                && current.getAuthorities().contains(new SimpleGrantedAuthority("ROLE_LIAISON"));
    }

    /** Whether the address, as the servlet container writes it, is a loopback one. */
    static boolean isThisMachine(String address) {
        try {
            // A literal address is never looked up by name.
            return address.matches("[0-9a-fA-F.:%]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
