package org.homeward.node.web;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.ReadNotes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages of a node. Whoever imports this gives beans of {@code NodeFace}, {@code SignIn}, {@code CaseQueries},
 * {@code CaseActions}, {@code CaseSetup}, {@code CaseScope} and {@code ReadNotes} (package {@code view}), and of {@code RegisterDesk}, {@code Intake},
 * {@code PeopleDesk}, {@code ApiTokens}, {@code DossierRooms} and {@code FamilyRooms}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    PagesSecurity.class,
    ForPrograms.class,
    PageFrame.class,
    HomeController.class,
    CaseController.class,
    CaseSetupController.class,
    ListController.class,
    ProposalController.class,
    DutyController.class,
    RegisterController.class,
    DossierController.class,
    ClaimController.class,
    TwinController.class,
    TracingController.class,
    FormController.class,
    IntakeController.class,
    SignInController.class,
    EnrolController.class,
    PeopleController.class,
    PurposeController.class,
    TokenController.class,
    SessionsController.class,
    FamilySecurity.class,
    FamilyController.class,
    FamilyDeskController.class,
    ErrorController.class
})
public class PagesConfig {
    /** Texts in all {@link Languages}; a key that is missing is a bug, never an empty place on a page. */
    @Bean
    ResourceBundleMessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** Comes first: another resolver would answer a template's name with an empty page. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver pageViews() {
        return new PageViews();
    }

    /** Nodes of a demonstration share one host, and browsers do not tell cookies apart by port: the name does. */
    @Bean
    ServletContextInitializer pageSessions(NodeFace node, PeopleDesk people) {
        return servlets -> {
            // Without this a form's words are read as Latin-1.
            servlets.setRequestCharacterEncoding("UTF-8");
            var cookie = servlets.getSessionCookieConfig();
            // Pages under a name come over TLS; on the machine itself there is none.
            boolean named = !people.site().equals("localhost");
            // A browser takes a cookie of the longer name only over TLS, from this very host and for all of it.
            cookie.setName((named ? "__Host-" : "") + "homeward-" + node.id());
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setSecure(named);
            cookie.setAttribute("SameSite", "Strict");
            servlets.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        };
    }

    @Bean
    ErrorPageRegistrar pageErrors() {
        return registry -> registry.addErrorPages(new ErrorPage(ErrorController.PATH));
    }

    /** A file's type alone does not say in which encoding it is. */
    private static final class InUtf8 implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setCharacterEncoding("UTF-8");
            return true;
        }
    }

    @Bean
    WebMvcConfigurer pagesMvc(ObjectProvider<ReadNotes> reads, ObjectProvider<Clock> clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Languages.Choice()).excludePathPatterns("/api/**", "/peer/**");
                registry.addInterceptor(new NoFiles());
                registry.addInterceptor(new PurposeGate(clock::getObject))
                        .addPathPatterns("/cases/**", "/registers/**", "/families/**", "/exports/**");
                registry.addInterceptor(new LongSteps());
                registry.addInterceptor(new InUtf8()).addPathPatterns("/assets/**");
                registry.addInterceptor(new ReadNoter(reads::getObject, clock::getObject))
                        .addPathPatterns(
                                "/cases/**",
                                "/registers/**",
                                "/intake/**",
                                "/people/**",
                                "/exports/**",
                                "/glass/**",
                                "/duties",
                                "/talks/**",
                                "/record/**",
                                "/families/**",
                                "/statements/**",
                                "/releases/**");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
            }
        };
    }
}
