package org.homeward.node.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of the pages: closed to everything that is not named here, and the last of the doors. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {
    /** Nothing from elsewhere, no script in a page; the one script there is asks a passkey, and may not connect to anything. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " object-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    Sessions sessions(Clock clock) {
        return new Sessions(clock);
    }

    @Bean
    SecurityLog securityLog() {
        return new SecurityLog();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, Sessions sessions) throws Exception {
        return http.authenticationProvider(new Tokens(signIn))
                .csrf(c -> c.csrfTokenRepository(new FormTokens()))
                .formLogin(form -> form.loginPage(SignInController.PATH)
                        .usernameParameter(SignInController.PERSON)
                        .passwordParameter(SignInController.TOKEN)
                        .authenticationDetailsSource(Details::new)
                        .successHandler(sessions.begin())
                        .failureUrl(SignInController.PATH + "?refused"))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl(SignInController.PATH + "?out")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
                .exceptionHandling(e -> e.accessDeniedHandler(new Noted()))
                .addFilterBefore(new StillThere(signIn, sessions), AuthorizationFilter.class)
                .authorizeHttpRequests(PageRights::of)
                .headers(PagesSecurity::strict)
                .build();
    }

    /** What every page tells the browser that it may not do. */
    static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** Refuses as usual, and notes it: a form without its token, or a page that is not for this role. */
    private static final class Noted implements AccessDeniedHandler {
        private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
                throws IOException, ServletException {
            SecurityLog.refused(why instanceof CsrfException ? "no token of its form" : "not for this role", request);
            usual.handle(request, response, why);
        }
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
            return details instanceof WebAuthenticationDetails from && ThisMachine.is(from.getRemoteAddress())
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
}
