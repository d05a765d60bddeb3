package org.homeward.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assumptions;
import org.homeward.record.draft.Draft;
import org.homeward.record.exchange.ExchangesPage;
import org.homeward.record.exchange.PublishedExchanges;
import org.homeward.record.figure.Figure;
import org.homeward.record.statement.Statement;
import org.homeward.record.talks.Clause;
import org.homeward.record.time.TimeExpression;
import org.junit.jupiter.api.Test;

class ExchangesAndDraftTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final String HEAD = "date,ua_returned,ru_returned,kind,mediators,source\n";

    private static Draft draft(String text) {
        return Draft.of(((Reading.Accepted) Article.read(text.getBytes(StandardCharsets.UTF_8), DAY)).article());
    }

    private static List<String> times(String text) {
        return draft(text).times().stream().map(TimeExpression::value).toList();
    }

    /** A file of the shared test data, or a loud skip. */
    private static String shared(String name) throws Exception {
        Path at = Path.of("").toAbsolutePath();
        String given = System.getenv("HOMEWARD_SHARED");
        Path file = given == null ? null : Path.of(given, "data", name);
        while (file == null && at != null) {
            Path here = at.resolveSibling("shared").resolve("data").resolve(name);
            file = Files.isReadable(here) ? here : null;
            at = at.getParent();
        }
        Assumptions.assumeThat(file)
                .as("SKIPPED: the shared test data is absent, set HOMEWARD_SHARED")
                .isNotNull();
        return Files.readString(file);
    }

    @Test
    void theExampleArticleGivesItsTenStatementsBothDemandsAndTheDatesThatDoNotFit() throws Exception {
        Draft d = draft(shared("article-2026-02-05.txt"));
        List<String> said = d.statements().stream()
                .filter(s -> !s.headline() && s.tier() != Statement.Tier.UNATTRIBUTED)
                .map(s -> s.referent() == null
                        ? d.article().words(java.util.Objects.requireNonNull(s.speaker()))
                        : s.referent().value())
                .toList();
        assertThat(said)
                .containsExactly(
                        "U.S. envoy Steve Witkoff",
                        "U.S. envoy Steve Witkoff",
                        "Steve Witkoff",
                        "Steve Witkoff",
                        "Russia",
                        "Russian negotiator Kirill Dmitriev",
                        "Kirill Dmitriev",
                        "Ukraine's lead negotiator Rustem Umerov",
                        "Ukrainian President Volodymyr Zelensky",
                        "Rustem Umerov",
                        "Kremlin spokesman Dmitry Peskov");
        assertThat(d.clauses()).filteredOn(c -> c.type() == Clause.Type.DEMAND).hasSize(2);
        Figure agreed =
                d.figures().stream().filter(f -> f.value() == 314).findFirst().orElseThrow();
        assertThat(agreed.basisKind()).isEqualTo(Figure.Basis.UNSTATED);
        assertThat(d.differences())
                .extracting(x -> x.sentence())
                .anyMatch(x -> x.contains("five months") && x.contains("2 October 2025"));
        assertThat(d.differences()).extracting(x -> x.key()).contains("day named in a quotation");
    }

    @Test
    void thePublishedExchangesOf2024SumToBothSidesNumbers() throws Exception {
        PublishedExchanges data =
                ((PublishedExchanges.Outcome.Read) PublishedExchanges.read(shared("exchanges.csv"))).exchanges();
        PublishedExchanges.Total year =
                java.util.Objects.requireNonNull(data.byYear().get("2024"));
        assertThat(year.toRussia()).isEqualTo(1_266);
        assertThat(year.toUkraine()).isEqualTo(1_358);
        assertThat(ExchangesPage.html(data)).contains("<svg", "1358", "1266");
    }

    @Test
    void aTableThatIsNotOneIsRefusedWithTheRow() {
        assertThat(refusal("a,b\n")).contains("The first line must be");
        assertThat(refusal(HEAD + "2024-13-01,1,1,POW,,x\n")).contains("Row 2");
        assertThat(refusal(HEAD + "2024-01-01,many,1,POW,,x\n")).contains("Row 2");
        assertThat(refusal(HEAD + "2024-01-01,1\n")).contains("six");
    }

    private static String refusal(String csv) {
        return ((PublishedExchanges.Outcome.Refused) PublishedExchanges.read(csv)).sentence();
    }

    @Test
    void timesAreCountedFromTheDayOfPublication() {
        assertThat(times("He said on Thursday that it began on Wednesday."))
                .containsExactly("2026-02-05", "2026-02-04");
        assertThat(times("They will meet on Friday.")).containsExactly("2026-02-06");
        assertThat(times("It began on Feb. 4 and lasted two days.")).containsExactly("2026-02-04", "P2D");
        assertThat(times("Two weeks ago, on December 30, 2025, they met.")).containsExactly("2026-W04", "2025-12-30");
        assertThat(times("Переговоры прошли 4 февраля и в среду.")).containsExactly("2026-02-04", "2026-02-04");
        assertThat(times("Обмін відбувся 2 жовтня 2025 року, перший за п'ять місяців."))
                .containsExactly("2025-10-02", "P5M");
    }

    @Test
    void theBasisOfANumberIsTakenFromItsWordsAlone() {
        assertThat(basis("Each side returned 157 prisoners, he said.")).isEqualTo(Figure.Basis.PER_SIDE);
        assertThat(basis("A total of 314 prisoners went home.")).isEqualTo(Figure.Basis.TOTAL);
        assertThat(basis("It is unclear whether 314 prisoners each or in total are meant."))
                .isEqualTo(Figure.Basis.UNSTATED);
        assertThat(basis("Стороны вернули 314 пленных.")).isEqualTo(Figure.Basis.UNSTATED);
        assertThat(basis("Додому повернулися по 157 військовополонених.")).isEqualTo(Figure.Basis.PER_SIDE);
    }

    private static Figure.Basis basis(String text) {
        return draft(text).figures().getFirst().basisKind();
    }

    @Test
    void mutatedTextNeverThrowsAndEverySpanReproducesItsText() {
        Random random = new Random(42);
        String alphabet = "“”\"'«»„‘’—-\n.,:;!? aZЖїשׁ\u202e\u200f\u0000é0123\uD83D";
        String[] seeds = {
            "Talks open: envoy\n\nABU DHABI\n\nOrla Venn said on Feb. 4: “Open.” \"Now,\" he added, \"it is.\" According to Tam Brook, 314 prisoners went home, the first exchange in five months.",
            "Глава делегации Иван Верев заявил, что 157 пленных вернулись. «Списки готовы», — сказал он в среду. По словам Верева, второй день переговоров прошёл.",
            "За словами речниці Олени Гай, «обмін» відбувся. — Ми чекали, — сказав він. — Довго.",
        };
        int spans = 0;
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder(seeds[round % seeds.length]);
            for (int k = random.nextInt(14); k > 0; k--) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (Article.read(text.toString().getBytes(StandardCharsets.UTF_8), DAY) instanceof Reading.Accepted ok) {
                Draft d = Draft.of(ok.article());
                List<Span> all = new ArrayList<>();
                d.statements().forEach(s -> {
                    all.addAll(s.content());
                    if (s.speaker() != null) {
                        all.add(s.speaker());
                    }
                });
                d.figures().forEach(f -> all.add(f.number()));
                d.times().forEach(t -> all.add(t.words()));
                d.clauses().forEach(c -> all.add(c.text()));
                d.talks().forEach(t -> all.add(t.words()));
                for (Span span : all) {
                    spans++;
                    assertThat(ok.article().words(span))
                            .isNotEmpty()
                            .isEqualTo(ok.article().text().substring(span.begin(), span.end()));
                }
            }
        }
        assertThat(spans).isGreaterThan(10_000);
    }
}
