package org.homeward.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final SelectionTerms TERMS = MadeUp.terms(
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
    void namesLineColumnAndReasonOfEachFaultWhereItStands() {
        fault(
                "\"category\" : \"serious\"",
                "\"category\" : \"pilots\"",
                "\"pilots\"",
                "clause 'w' names category 'pilots'");
        fault("\"number\" : 10", "\"number\" : -3", "-3", "field 'number' is -3; it takes 0 to 1000000");
        fault("\"number\" : 10", "\"number\" : \"ten\"", "\"ten\"", "a whole number is expected here");
        fault("\"number\" : 10", "\"number\" : 10.5", "10.5", "a whole number is expected here");
        fault("\"number\" : 10", "\"number\" : 10, \"weight\" : 3", "3\n", "field 'weight' is not known here");
        fault("\"type\" : \"ALL\"", "\"type\" : \"EVERYONE\"", "\"EVERYONE\"", "'EVERYONE' is no type of clause");
        fault("\"side\" : \"A\"", "\"side\" : \"C\"", "\"C\"", "names side 'C'; the sides are [A, B]");
        fault("2026-02-05", "5.2.2026", "\"5.2.2026\"", "a date such as 2026-02-05 is expected here");
        fault("\"op\" : \"IS\"", "\"op\" : \"LIKE\"", "\"LIKE\"", "one of [IS, IS_NOT, BEFORE, FROM, AGE_BELOW]");
        fault("\"SERIOUS\"", "\"SEVERE\"", "\"SEVERE\"", "'SEVERE' is none of [NONE, WOUNDED_OR_SICK, SERIOUS]");
        fault(
                "\"measure\" : \"MOST_OF\"",
                "\"measure\" : \"AMOUNT\"",
                "\"officers\"",
                "MOST_OF, and only it, names a category");
    }

    /** Puts a fault into good terms; its place is where {@code at} stands after that. */
    private static void fault(String good, String bad, String at, String reason) {
        String json = TermsFile.write(TERMS);
        assertThat(json).contains(good);
        String text =
                json.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        int after = text.indexOf(at, text.indexOf(bad));
        int place = after < 0 ? text.lastIndexOf(at, text.indexOf(bad)) : after;
        String before = text.substring(0, place);
        assertThat(TermsFile.read(text)).as(bad).isInstanceOfSatisfying(TermsFile.Read.Bad.class, b -> {
            assertThat(b.reason()).contains(reason).doesNotContain("org.homeward", "java.");
            assertThat(b.line())
                    .as(bad)
                    .isEqualTo(1 + (int) before.chars().filter(c -> c == '\n').count());
            assertThat(b.column()).as(bad).isEqualTo(before.length() - before.lastIndexOf('\n'));
        });
    }

    @Test
    void whatItReadsThePublishedSchemaAllows() {
        for (String name : TermsFile.EXAMPLES) {
            String text = TermsFile.example(name);
            assertThat(TermsFile.read(text)).as(name).isInstanceOf(TermsFile.Read.Ok.class);
            assertThat(SchemaOfTerms.allows(text)).as(name).isTrue();
            Random random = new Random(7);
            int allowed = 0;
            for (int i = 0; i < 400; i++) {
                String damaged = damage(text, random);
                boolean read = TermsFile.read(damaged) instanceof TermsFile.Read.Ok;
                boolean form = SchemaOfTerms.allows(damaged);
                assertThat(!read || form)
                        .as("read, but not in the schema: %s", damaged)
                        .isTrue();
                allowed += form ? 1 : 0;
            }
            assertThat(allowed).isBetween(1, 399);
        }
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
    void namesLineColumnAndReasonOfABadPersonButNotTheValue() {
        bad(CSV.replace("2023-05-01", "May"), 3, 5, "column 'heldSince' holds a value that is no date");
        bad(CSV.replace("SOLDIER", "PILOT"), 2, 3, "column 'kind' holds a value that is none of [SOLDIER, CIVILIAN]");
        bad(CSV.replace("B1,", "A1,"), 3, 1, "an earlier line has");
        bad(CSV.replace("rank,", ""), 1, 8, "there is no column 'rank'");
        bad(CSV.replace("region", "rank"), 1, 8, "two columns have the same name");
        bad(CSV.replace(",south", ""), 3, 8, "column 'region' and what follows are missing");
        bad(CSV.replace(",south", ",south,x"), 3, 9, "more fields");
        bad(CSV.replace("private", ""), 2, 6, "column 'rank' is empty");
        bad(CSV.lines().findFirst().orElseThrow(), 1, 1, "names no person");
        bad("", 1, 1, "empty");
    }

    private static void bad(String csv, long line, int column, String reason) {
        assertThat(PersonsFile.read(csv)).isInstanceOfSatisfying(PersonsFile.Read.Bad.class, b -> {
            assertThat(b.reason()).contains(reason).doesNotContain("May", "PILOT");
            assertThat(b.line()).isEqualTo(line);
            assertThat(b.column()).isEqualTo(column);
        });
    }

    @Test
    void aMarkAtTheHeadOfAFileFromASpreadsheetIsNoPartOfAName() {
        assertThat(PersonsFile.read("\uFEFF" + CSV)).isInstanceOf(PersonsFile.Read.Ok.class);
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
