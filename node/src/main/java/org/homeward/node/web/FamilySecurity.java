package org.homeward.node.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The doors that need no sign-in. They keep no session and set no cookie but the language's, so there is nothing that a foreign page could
 * borrow, and two visitors who ask the same get the same bytes.
 */
@Configuration(proxyBeanMethods = false)
class FamilySecurity {
    private static final String[] DOORS = {"/family", "/family/answer", "/notice", "/figures", "/figures.json"};

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain familyDoors(HttpSecurity http) throws Exception {
        return http.securityMatcher(DOORS)
                .csrf(c -> c.disable())
                .requestCache(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        r -> r.requestMatchers(HttpMethod.GET, "/family", "/notice", "/figures", "/figures.json")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/family", "/family/answer", "/notice")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .headers(PagesSecurity::strict)
                .build();
    }

    @Bean
    FilterRegistrationBean<FamilyPageSize> familyPageSize() {
        FilterRegistrationBean<FamilyPageSize> filter = new FilterRegistrationBean<>(new FamilyPageSize());
        // After those who refuse a request unread.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }
}
