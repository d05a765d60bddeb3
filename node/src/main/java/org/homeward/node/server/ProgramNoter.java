package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.homeward.node.people.Person;
import org.homeward.node.web.view.ReadNotes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes whose program read or asked for what, before it happens, as the pages note it of people. What holds no person (which cases there
 * are, how far one is) is not noted: programs look there every few seconds.
 */
@Configuration(proxyBeanMethods = false)
class ProgramNoter {
    private static final Pattern NO_PERSONS = Pattern.compile("/api/(me|cases|cases/[^/]+|cases/[^/]+/drafts)");

    @Bean
    WebMvcConfigurer programsNoted(ReadNotes notes) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Noter(notes)).addPathPatterns("/api/**");
            }
        };
    }

    private record Noter(ReadNotes notes) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Authentication current = SecurityContextHolder.getContext().getAuthentication();
            if (current != null && current.getPrincipal() instanceof Person person) {
                String path = request.getRequestURI();
                if (!request.getMethod().equals("GET")) {
                    notes.asked(person.id(), request.getMethod() + " " + path);
                } else if (!NO_PERSONS.matcher(path).matches()) {
                    notes.note(person.id(), path);
                }
            }
            return true;
        }
    }
}
