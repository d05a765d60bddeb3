package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** On a clock that moves only when somebody works or waits: nothing here depends on how fast a machine is. */
class SteadyDoorTest {
    private static final long BEAT = SteadyDoor.BEAT.toNanos();

    private long now = 7;
    private int waits;

    /** Wakes too early, as a real machine may. */
    private void halfWait(long nanos) {
        waits++;
        now += Math.max(1, nanos / 2);
    }

    private long answered(String path, long work) throws Exception {
        long start = now;
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SteadyDoor(() -> now, this::halfWait)
                .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain(new Work(work)));
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).isEqualTo("no");
        return now - start;
    }

    private final class Work extends jakarta.servlet.http.HttpServlet {
        private static final long serialVersionUID = 1L;

        private final long nanos;

        Work(long nanos) {
            this.nanos = nanos;
        }

        @Override
        protected void doGet(jakarta.servlet.http.HttpServletRequest request, HttpServletResponse response)
                throws java.io.IOException {
            now += nanos;
            response.setStatus(404);
            response.getOutputStream().write("no".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000, 10_000_000, 39_999_999, 40_000_000})
    void whateverADoorDidInsideABeatItsAnswerLeavesAtItsEnd(long work) throws Exception {
        assertThat(answered("/peer/cases/case-1/batch", work)).isEqualTo(BEAT);
    }

    @Test
    void longWorkEndsOnALaterBeatAndNotBetweenThem() throws Exception {
        assertThat(answered("/peer/cases/case-1/batch", BEAT + 1)).isEqualTo(2 * BEAT);
        assertThat(answered("/peer/cases/case-1/batch", 5 * BEAT)).isEqualTo(5 * BEAT);
    }

    @Test
    void onlyOtherNodesWait() throws Exception {
        assertThat(answered("/api/cases", 3)).isEqualTo(3);
        assertThat(waits).isZero();
    }
}
