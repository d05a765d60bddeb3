package org.homeward.node.web;

import org.homeward.node.web.view.SignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may add to a dossier, and who may decide on one. What is only read goes through the door of all pages ({@link PagesSecurity}), in whose
 * session these are asked too.
 */
@Configuration(proxyBeanMethods = false)
class DossierSecurity {
    private static final String ROW = "/registers/*/rows/*/*";
    private static final String[] ADDS = {ROW + "/statements", ROW + "/papers", ROW + "/papers/*/remove"};
    private static final String[] DECIDES = {ROW + "/claims/*", "/registers/*/twins/look", "/registers/*/twins/*/*"};

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 5)
    SecurityFilterChain dossierDoors(HttpSecurity http, SignIn signIn) throws Exception {
        RequestMatcher adds = posts(ADDS);
        RequestMatcher decides = posts(DECIDES);
        return http.securityMatcher(new OrRequestMatcher(adds, decides))
                .requestCache(c -> c.disable())
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SignInController.PATH)))
                .addFilterBefore(new StillThere(signIn), AuthorizationFilter.class)
                .authorizeHttpRequests(r -> r.requestMatchers(adds)
                        .hasAnyRole("CLERK", "ANALYST", "LIST_OFFICER", "HEAD")
                        .requestMatchers(decides)
                        .hasAnyRole("ANALYST", "LIST_OFFICER", "HEAD")
                        .anyRequest()
                        .denyAll())
                .headers(h -> h.contentSecurityPolicy(csp -> csp.policyDirectives(PagesSecurity.CONTENT_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static RequestMatcher posts(String[] paths) {
        RequestMatcher[] all = new RequestMatcher[paths.length];
        for (int i = 0; i < paths.length; i++) {
            all[i] = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, paths[i]);
        }
        return new OrRequestMatcher(all);
    }
}
