package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final SelectionTerms TERMS = SelectorTest.terms(
            List.of(new Clause.Count("k", "Ten.", "A", "all", 10), new Clause.All("w", "All.", null, "serious")));
    private static final String CSV = """
            id,side,kind,medical,heldSince,rank,birth,region
            A1,A,SOLDIER,NONE,2024-05-01,private,2000-01-01,north
            B1,B,CIVILIAN,SERIOUS,2023-05-01,none,1990-01-01,south
            """;

    @Test
    void readsWhatItWrote() {
        assertThat(TermsFile.read(TermsFile.write(TERMS))).isEqualTo(new TermsFile.Read.Ok(TERMS));
    }

    @Test
    void namesLineColumnAndReasonOfAnUndefinedCategory() {
        String bad = TermsFile.write(TERMS).replace("\"category\" : \"serious\"", "\"category\" : \"pilots\"");
        assertThat(TermsFile.read(bad)).isInstanceOfSatisfying(TermsFile.Read.Bad.class, b -> {
            assertThat(b.reason()).contains("clause 'w' names category 'pilots'");
            assertThat(b.line()).isGreaterThan(1);
        });
    }

    @Test
    void refusesAFieldItDoesNotKnowInsteadOfIgnoringIt() {
        String bad = TermsFile.write(TERMS).replace("\"number\" : 10", "\"number\" : 10,\n \"weight\" : 3");
        assertThat(TermsFile.read(bad))
                .isInstanceOfSatisfying(
                        TermsFile.Read.Bad.class, b -> assertThat(b.reason()).contains("weight"));
    }

    @Test
    void answersEveryDamagedFileWithAValue() {
        String json = TermsFile.write(TERMS);
        Random random = new Random(42);
        for (int i = 0; i < 5000; i++) {
            assertThat(TermsFile.read(damage(json, random))).isNotNull();
            assertThat(PersonsFile.read(damage(CSV, random))).isNotNull();
        }
    }

    @Test
    void readsPersonsWithTheirFurtherAttributes() {
        assertThat(PersonsFile.read(CSV)).isInstanceOfSatisfying(PersonsFile.Read.Ok.class, ok -> {
            assertThat(ok.persons()).hasSize(2);
            assertThat(ok.persons().getFirst().attribute("region")).isEqualTo("north");
        });
    }

    @Test
    void namesLineAndColumnOfABadPersonButNotTheValue() {
        assertThat(PersonsFile.read(CSV.replace("2023-05-01", "May")))
                .isEqualTo(new PersonsFile.Read.Bad(3, "column 'heldSince' holds a value that is not allowed there"));
    }

    @Test
    void noParticipantAloneChoosesTheSeed() {
        byte[] a = new byte[16];
        byte[] b = new byte[16];
        b[0] = 1;
        assertThat(LotterySeed.of(List.of(a, a, a), "h")).isNotEqualTo(LotterySeed.of(List.of(a, a, b), "h"));
        assertThat(LotterySeed.of(List.of(a, a, b), "h")).isNotEqualTo(LotterySeed.of(List.of(b, a, a), "h"));
        assertThat(LotterySeed.commitment(a, "h")).isNotEqualTo(LotterySeed.commitment(a, "i"));
    }

    private static String damage(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(3)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.setCharAt(at, (char) random.nextInt(128));
                default -> out.insert(at, "{}[]\",:-9\n".charAt(random.nextInt(10)));
            }
        }
        return out.toString();
    }
}
