package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the formats as they are found, each way of writing them once. */
class PreferenceFilesTest {
    static final String DOMAIN_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <negotiation_template>
              <utility_space number_of_issues="3">
                <objective index="0" etype="objective" type="objective" description="" name="lists">
                  <issue index="1" name="size" vtype="discrete" type="discrete" etype="discrete">
                    <item index="1" value="few" cost="0"/><item index="2" value="half"/><item index="3" value="all"/>
                  </issue>
                  <issue index="2" name="days" vtype="integer" type="integer" etype="integer" lowerbound="1" upperbound="4"/>
                  <issue index="3" name="share" type="real"><range lowerbound="0" upperbound="1"/></issue>
                </objective>
              </utility_space>
            </negotiation_template>
            """;

    static final String PROFILE_XML = """
            <utility_space type="any" number_of_issues="3">
              <objective index="0" etype="objective" type="objective" name="A">
                <issue index="1" name="size" type="discrete">
                  <item index="1" value="few" evaluation="2"/><item index="2" value="half" evaluation="5"/>
                  <item index="3" value="all" evaluation="8"/>
                </issue>
                <issue index="2" name="days" type="integer" lowerbound="1" upperbound="4">
                  <evaluator ftype="linear" offset="0.9" slope="-0.4"/>
                </issue>
                <issue index="3" name="share" type="real" etype="real">
                  <range lowerbound="0" upperbound="1"/><evaluator ftype="linear" parameter1="-1" parameter0="1"/>
                </issue>
                <weight index="1" value="0.5"/><weight index="2" value="0.3"/><weight index="3" value="0.2"/>
              </objective>
              <discount_factor value="0.75"/><reservation value="0.25"/>
            </utility_space>
            """;

    static final String PROFILE_JSON = """
            {"LinearAdditiveUtilitySpace": {
              "issueUtilities": {
                "size": {"discreteutils": {"valueUtilities": {"few": 0.25, "all": 1}}},
                "days": {"numberutils": {"lowValue": 1, "lowUtility": 1.0, "highValue": 4, "highUtility": 0.1}}},
              "issueWeights": {"size": 0.6, "days": 0.4},
              "domain": {"name": "lists", "issuesValues": {
                "size": {"values": ["few", "all"]}, "days": {"range": [1, 4, 1]}}},
              "name": "B",
              "reservationBid": {"issuevalues": {"size": "few", "days": "2"}}}}
            """;

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static <T> T ok(Read<T> read) {
        assertThat(read).isInstanceOf(Read.Ok.class);
        return ((Read.Ok<T>) read).value();
    }

    private static String bad(Read<?> read) {
        assertThat(read).isInstanceOf(Read.Bad.class);
        return ((Read.Bad<?>) read).sentence();
    }

    private static Fraction f(String text) {
        return Fraction.parse(text);
    }

    @Test
    void aGeniusValueIsWorthItsEvaluationOverTheLargest() {
        Domain domain = ok(PreferenceFiles.domain(utf8(DOMAIN_XML)));
        Profile profile = ok(ok(PreferenceFiles.profile(utf8(PROFILE_XML))).bind(domain));

        assertThat(domain.issues().get(0).options()).containsExactly("few", "half", "all");
        assertThat(profile.worth().get(0)).containsExactly(f("0.125"), f("0.3125"), f("0.5"));
        assertThat(profile.reservation()).isEqualTo(f("0.25"));
        assertThat(profile.discount()).isEqualTo(f("0.75"));
        assertThat(profile.notes()).isEmpty();
    }

    @Test
    void aGeniusIntegerCountsFromItsLowerBoundAndIsCutToZeroAndOne() {
        Domain domain = ok(PreferenceFiles.domain(utf8(DOMAIN_XML)));
        Profile profile = ok(ok(PreferenceFiles.profile(utf8(PROFILE_XML))).bind(domain));

        assertThat(domain.issues().get(1).options()).containsExactly("1", "2", "3", "4");
        assertThat(profile.worth().get(1)).containsExactly(f("0.27"), f("0.15"), f("0.03"), f("0"));
    }

    @Test
    void aGeniusRealIsLookedAtInTwentyOneSteps() {
        Domain domain = ok(PreferenceFiles.domain(utf8(DOMAIN_XML)));
        Profile profile = ok(ok(PreferenceFiles.profile(utf8(PROFILE_XML))).bind(domain));

        assertThat(domain.issues().get(2).options())
                .hasSize(21)
                .startsWith("0", "0.05")
                .endsWith("1");
        assertThat(profile.worth().get(2).get(1)).isEqualTo(f("0.19"));
    }

    @Test
    void theOldestGeniusFilesHaveNoTypesAndKeepRangesInside() {
        String old = """
                <utility_space number_of_issues="2"><objective index="1" name="Conflict">
                <weight index="2" value="0.75"/><weight index="3" value="0.25"/>
                <issue index="2" name="Reinstatement"><item index="1" value="No" evaluation="0"/><item index="2" value="Yes"
                evaluation="100"/></issue>
                <issue index="3" name="price" vtype="integer" type="integer" etype="integer"><range lowerbound="-5"
                upperbound="5"></range><evaluator slope="0.1" offset="0.0" ftype="linear"></evaluator></issue>
                <reservation value="0.3"/></objective></utility_space>""";
        Profile profile = ok(ok(PreferenceFiles.profile(utf8(old))).bind(ok(PreferenceFiles.domain(utf8(old)))));

        assertThat(profile.worth().get(0)).containsExactly(f("0"), f("0.75"));
        assertThat(profile.worth().get(1)).hasSize(11).endsWith(f("0.25"));
        assertThat(profile.reservation()).isEqualTo(f("0.3"));
    }

    @Test
    void geniusGoesByTheNumberWhereTheNamesDiffer() {
        Domain domain = ok(PreferenceFiles.domain(utf8(DOMAIN_XML)));
        Profile profile = ok(ok(PreferenceFiles.profile(utf8(PROFILE_XML.replace("\"size\"", "\"Size of it\""))))
                .bind(domain));

        assertThat(profile.worth().get(0)).endsWith(f("0.5"));
        assertThat(profile.notes()).anyMatch(note -> note.contains("Size of it"));
    }

    @Test
    void aWeightInsideAnotherObjectiveCountsAlone() {
        String nested = """
                <utility_space><objective index="0" name="root"><weight index="1" value="0.4"/><weight index="2" value="0.6"/>
                <issue index="1" name="x"><item index="1" value="p" evaluation="1"/></issue>
                <objective index="2" name="inner"><weight index="3" value="0.6"/>
                <issue index="3" name="y"><item index="1" value="q" evaluation="3"/></issue></objective>
                </objective></utility_space>""";
        Profile profile = ok(ok(PreferenceFiles.profile(utf8(nested))).bind(ok(PreferenceFiles.domain(utf8(nested)))));

        assertThat(profile.worth()).containsExactly(List.of(f("0.4")), List.of(f("0.6")));
    }

    @Test
    void geniusWebIsReadWithItsOwnDomainAndReservationBid() {
        ProfileFile file = ok(PreferenceFiles.profile(utf8(PROFILE_JSON)));
        Profile profile = ok(file.bind(Objects.requireNonNull(file.domain())));

        assertThat(profile.name()).isEqualTo("B");
        assertThat(profile.worth().get(0)).containsExactly(f("0.15"), f("0.6"));
        assertThat(profile.worth().get(1)).containsExactly(f("0.4"), f("0.28"), f("0.16"), f("0.04"));
        assertThat(profile.reservation()).isEqualTo(f("0.43"));
    }

    @Test
    void theLongNamesOfGeniusWebMeanTheSame() {
        String longNames = PROFILE_JSON
                .replace("discreteutils", "DiscreteValueSetUtilities")
                .replace("numberutils", "NumberValueSetUtilities");
        ProfileFile file = ok(PreferenceFiles.profile(utf8(longNames)));
        ProfileFile usual = ok(PreferenceFiles.profile(utf8(PROFILE_JSON)));
        Domain domain = ok(PreferenceFiles.domain(utf8(PROFILE_JSON)));

        assertThat(ok(file.bind(domain)).worth())
                .isEqualTo(ok(usual.bind(domain)).worth());
    }

    @Test
    void aDomainFileOfGeniusWebHasIssuesValues() {
        Domain domain = ok(PreferenceFiles.domain(utf8("""
                {"name": "party", "issuesValues": {"Food": {"values": ["Chips", "Nuts"]}, "Guests": {"range": ["10", "30", "10"]}}}""")));

        assertThat(domain.issues())
                .containsExactly(
                        new Issue("Food", 0, List.of("Chips", "Nuts")),
                        new Issue("Guests", 1, List.of("10", "20", "30")));
    }

    @Test
    void theShortFormNamesOptionsWithTheirWorth() {
        ProfileFile file = ok(PreferenceFiles.profile(utf8("""
                {"reservationValue": 0.3, "issueWeights": {"x": 0.25, "y": 0.75},
                 "issues": {"x": {"p": 0.2, "q": 1.0}, "y": {"p": 1.0}}}""")));
        Profile profile = ok(file.bind(Objects.requireNonNull(file.domain())));

        assertThat(profile.worth()).containsExactly(List.of(f("0.05"), f("0.25")), List.of(f("0.75")));
        assertThat(profile.reservation()).isEqualTo(f("0.3"));
        assertThat(ok(PreferenceFiles.domain(utf8("{\"x\": [\"p\", \"q\"], \"y\": [\"p\"]}")))
                        .issues())
                .hasSize(2);
    }

    @Test
    void whatAFileLeavesOutIsSaidAndCountsNothing() {
        Domain domain = ok(PreferenceFiles.domain(utf8(DOMAIN_XML)));
        Profile profile = ok(ok(PreferenceFiles.profile(
                        utf8(PROFILE_XML.replace("evaluation=\"5\"", "").replace("value=\"0.2\"", "value=\"0.1\""))))
                .bind(domain));

        assertThat(profile.worth().get(0).get(1)).isEqualTo(Fraction.ZERO);
        assertThat(profile.notes())
                .hasSize(2)
                .anyMatch(note -> note.contains("'half'"))
                .anyMatch(note -> note.contains("0.9"));
    }

    @Test
    void anExternalEntityIsNeitherReadNorExpanded() {
        String attack =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + PROFILE_XML.replace("\"A\"", "\"&e;\"");

        assertThat(bad(PreferenceFiles.profile(utf8(attack))))
                .doesNotContain("hostname")
                .hasSizeLessThan(120);
        assertThat(bad(PreferenceFiles.domain(utf8("<!DOCTYPE x><x/>")))).contains("document type");
    }

    @Test
    void aNonlinearProfileIsRefusedByName() {
        assertThat(
                        bad(
                                PreferenceFiles.profile(
                                        utf8(
                                                "<utility_space type=\"nonlinear\"><objective index=\"0\" name=\"r\">"
                                                        + "<utility><ufun><hyperRectangle utility=\"3\"/></ufun></utility></objective></utility_space>"))))
                .contains("nonlinear");
        assertThat(bad(PreferenceFiles.profile(utf8("{\"DefaultPartialOrdering\": {\"bids\": []}}"))))
                .contains("DefaultPartialOrdering");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "{}",
                "<",
                "<x/>",
                "<a><b></a>",
                "hello",
                "{\"issuesValues\": 5}",
                "{\"issuesValues\": {\"a\": {\"values\": []}}}",
                "{\"issuesValues\": {\"a\": {\"range\": [0, 1e99, 1]}}}",
                "{\"issuesValues\": {\"a\": {\"range\": [0, 1, 0]}}}",
                "{\"issuesValues\": {\"a\": {\"range\": [0, 9, 1e-300]}}}",
                "{\"issuesValues\": {\"a\": {\"values\": [\"x\", \"x\"]}}}",
                "{\"issuesValues\": {\"a\": {\"range\": [0, 1e999999999, 1]}}}",
                "<negotiation_template><issue index=\"1\" name=\"p\" type=\"price\"><range lowerbound=\"1\" upperbound=\"2\"/></issue></negotiation_template>"
            })
    void aFileThatIsNoDomainIsOneSentence(String text) {
        String sentence = bad(PreferenceFiles.domain(utf8(text)));

        assertThat(sentence).isNotBlank().doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void utf16AndAByteOrderMarkAreRead() {
        assertThat(ok(PreferenceFiles.domain(
                                ("\ufeff" + DOMAIN_XML.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE)))
                        .issues())
                .hasSize(3);
        assertThat(ok(PreferenceFiles.domain(utf8("\ufeff" + "{\"a\": [\"x\"]}")))
                        .issues())
                .hasSize(1);
    }

    @Test
    void aReservationBidMayWriteItsNumbersOtherwise() {
        ProfileFile file = ok(PreferenceFiles.profile(utf8(PROFILE_JSON.replace("\"days\": \"2\"", "\"days\": 2.0"))));

        assertThat(ok(file.bind(Objects.requireNonNull(file.domain()))).reservation())
                .isEqualTo(f("0.43"));
    }

    @Test
    void weightsAreFoundWhereverTheyStandAndABlankLineBeforeTheDeclarationIsNothing() {
        String moved = PROFILE_XML
                .replace("<weight index=\"1\" value=\"0.5\"/>", "")
                .replace("<discount_factor", "<weight index=\"1\" value=\"0.5\"/><discount_factor");
        Domain domain = ok(PreferenceFiles.domain(utf8("\n " + DOMAIN_XML)));

        assertThat(ok(ok(PreferenceFiles.profile(utf8(moved))).bind(domain))
                        .worth()
                        .get(0))
                .endsWith(f("0.5"));
    }

    @Test
    void clausesNameIssuesAndOptions() {
        Domain domain = ok(PreferenceFiles.domain(utf8(DOMAIN_XML)));
        Clauses clauses = ok(PreferenceFiles.clauses(utf8("""
                {"clauses": [{"type": "IF", "when": {"size": "all"}, "then": {"days": ["1", "2"]}},
                {"type": "BAR", "of": {"size": "few", "days": "4"}}]}"""), domain));

        assertThat(clauses.allow(new int[] {2, 1, 0})).isTrue();
        assertThat(clauses.allow(new int[] {2, 2, 0})).isFalse();
        assertThat(clauses.allow(new int[] {0, 3, 0})).isFalse();
        Stream.of(
                        "{\"clauses\": [{\"type\": \"NOT\"}]}",
                        "{\"clauses\": [{\"type\": \"BAR\", \"of\": {\"colour\": \"red\"}}]}",
                        "{\"clauses\": [{\"type\": \"BAR\", \"of\": {\"size\": \"none\"}}]}",
                        "{\"clauses\": [{\"type\": \"BAR\", \"of\": {}}]}",
                        "{}")
                .forEach(text -> assertThat(bad(PreferenceFiles.clauses(utf8(text), domain)))
                        .isNotBlank());
    }
}
