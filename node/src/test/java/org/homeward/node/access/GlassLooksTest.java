package org.homeward.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever broke the glass looks at pages of a case: no file leaves with him, by page or program, and nothing changes. */
class GlassLooksTest {
    @Test
    void pagesAreShownAndPeopleLookedFor() {
        assertThat(CaseDoor.looks(true, "/cases/{caseId}")).isTrue();
        assertThat(CaseDoor.looks(true, "/cases/{caseId}/lists/{partyId}/lines/{line}"))
                .isTrue();
        assertThat(CaseDoor.looks(false, "/cases/{caseId}/persons/find")).isTrue();
    }

    @Test
    void noRouteOfACaseThatGivesAFileIsOpenNorAnyForPrograms() throws Exception {
        List<String> routes =
                Files.readAllLines(Path.of("src/test/resources/org/homeward/node", "home", "routes.txt")).stream()
                        .filter(row -> row.startsWith("GET ") && row.contains("/cases/{caseId}"))
                        .map(row -> row.substring(4, row.indexOf(" | ")))
                        .toList();
        assertThat(routes).hasSizeGreaterThan(25);
        assertThat(routes.stream().filter(r -> r.startsWith("/api/"))).noneMatch(r -> CaseDoor.looks(true, r));
        assertThat(routes.stream().filter(r -> r.contains("export") || r.contains("pdf") || r.contains("csv")))
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(r -> CaseDoor.looks(true, r));
        assertThat(CaseDoor.looks(false, "/cases/{caseId}/steps/{step}")).isFalse();
        assertThat(CaseDoor.looks(false, "/cases/{caseId}/agreed/doubt")).isFalse();
    }
}
