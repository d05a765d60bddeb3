package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.homeward.node.people.Person;
import org.homeward.node.web.view.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class LongStepsTest {
    private final LongSteps steps = new LongSteps(2, 1);

    /** In a window on a page, or by a program through /api. */
    private static MockHttpServletRequest asks(String who, String method, String path) {
        Object principal = path.startsWith("/api/")
                ? new Person(who, "", Person.Role.HEAD, "", "")
                : new Reader(who, "", "HEAD", true, true);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(principal, "", "ROLE_HEAD"));
        return new MockHttpServletRequest(method, path);
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    /** 0 where it goes on. */
    private int begins(MockHttpServletRequest request) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        return steps.preHandle(request, response, this) ? 0 : response.getStatus();
    }

    private void ends(MockHttpServletRequest request) {
        steps.afterCompletion(request, new MockHttpServletResponse(), this, null);
    }

    @Test
    void aPersonHasOneAtATimeWhetherByPageOrProgram() throws IOException {
        MockHttpServletRequest first = asks("one", "POST", "/intake");
        assertThat(begins(first)).isZero();
        assertThat(begins(asks("one", "POST", "/api/registers/held"))).isEqualTo(429);
        assertThat(begins(asks("one", "GET", "/intake"))).as("he reads on").isZero();
        assertThat(begins(asks("one", "POST", "/cases/c/agreed/doubt")))
                .as("what is short")
                .isZero();
        ends(first);
        assertThat(begins(asks("one", "POST", "/api/registers/held"))).isZero();
    }

    @Test
    void theNodeHasAsManyAsItHasPlacesAndOneThatEndsMakesRoom() throws IOException {
        MockHttpServletRequest first = asks("one", "POST", "/cases/c/steps/ANSWER_LINES");
        assertThat(begins(first)).isZero();
        assertThat(begins(asks("two", "POST", "/api/cases/c/terms"))).isZero();
        MockHttpServletRequest third = asks("three", "POST", "/registers/held/twins/look");
        assertThat(begins(third)).isEqualTo(429);
        ends(third);
        assertThat(begins(asks("three", "POST", "/record")))
                .as("whom it refused took no place")
                .isEqualTo(429);
        ends(first);
        ends(first);
        assertThat(begins(asks("three", "POST", "/record"))).isZero();
        assertThat(begins(asks("four", "POST", "/record")))
                .as("a place is given back once")
                .isEqualTo(429);
    }
}
