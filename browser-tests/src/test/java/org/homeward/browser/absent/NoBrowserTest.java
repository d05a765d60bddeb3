package org.homeward.browser.absent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;

/** Says aloud that the pages were not looked at, where there is no browser. */
class NoBrowserTest {
    private static final String SENTENCE =
            "BROWSER TESTS SKIPPED: there is no /usr/bin/chromium (Debian: apt-get install chromium).";

    @Test
    void thePagesAreOpenedInABrowser() {
        System.err.println(SENTENCE);
        assertThat(System.getenv("CI")).as(SENTENCE).isNotEqualTo("true");
        abort(SENTENCE);
    }
}
