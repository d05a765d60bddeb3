package org.homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.homeward.register.ReadOutcome.Read;
import org.junit.jupiter.api.Test;

/** What cells say of a person's fate and of an answer that he did not give. */
class SaidTest {
    @Test
    void aDeathIsHeardInFourLanguagesAndNotWhereAWordOnlySoundsLikeIt() {
        for (String said : List.of(
                "dead",
                "Reported KILLED by a comrade",
                "believed_dead",
                "not dead",
                "загинув 02.2026",
                "Помер",
                "погиб",
                "мёртв",
                "متوفى",
                "توفي في الطريق")) {
            assertThat(SaidStatus.speaksOfDeath(said)).as(said).isTrue();
            assertThat(SaidStatus.of(said)).as(said).contains(SaidStatus.DEAD);
        }
        for (String said :
                List.of("deadline", "Бессмертный", "Безсмертна", "номер 5", "skilled", "قاتل", "alive", "")) {
            assertThat(SaidStatus.speaksOfDeath(said)).as(said).isFalse();
        }
    }

    @Test
    void otherStatusesAreTheGravestOfWhatIsSaid() {
        assertThat(SaidStatus.of("missing in action")).contains(SaidStatus.MISSING);
        assertThat(SaidStatus.of("у полоні, поранений")).contains(SaidStatus.WOUNDED);
        assertThat(SaidStatus.of("в плену")).contains(SaidStatus.HELD);
        assertThat(SaidStatus.of("أسير")).contains(SaidStatus.HELD);
        assertThat(SaidStatus.of("information_sought")).contains(SaidStatus.SOUGHT);
        assertThat(SaidStatus.of("civilian")).isEmpty();
    }

    @Test
    void aRefusalAndAnInabilityAreAnswersAndNoNames() {
        assertThat(Answered.of("Відмовився")).isEqualTo(Answered.REFUSED);
        assertThat(Answered.of("не  может назвать")).isEqualTo(Answered.UNABLE);
        assertThat(Answered.of("رفض")).isEqualTo(Answered.REFUSED);
        assertThat(Answered.of(" ")).isEqualTo(Answered.NOT_RECORDED);
        assertThat(Answered.of("1990")).isEqualTo(Answered.GIVEN);
        RegisterTable table = new RegisterTable(
                List.of(new Column("rank", Field.RANK), new Column("note", Field.OTHER)),
                List.of("1", "2"),
                List.of(new String[] {"refused", "refused"}, new String[] {"private", null}));
        RegisterTable plain = Answered.withoutUnanswered(table);
        assertThat(plain.value(0, 0)).isNull();
        assertThat(plain.value(0, 1))
                .as("a column that Art. 17 does not name is left as it is")
                .isEqualTo("refused");
        assertThat(plain.value(1, 0)).isEqualTo("private");
        assertThat(Answered.withoutUnanswered(plain)).isSameAs(plain);
    }

    @Test
    void everyNoteOfAPersonIsKeptInHisRowAndReadBackAsItWas() {
        String file =
                "<pfif xmlns=\"http://zesty.ca/pfif/1.4\"><person><person_record_id>a.example/1</person_record_id>"
                        + "<source_date>2026-01-01T00:00:00Z</source_date><full_name>A</full_name>"
                        + "<note><note_record_id>a.example/n1</note_record_id><author_name>A comrade</author_name>"
                        + "<source_date>2026-01-02T00:00:00Z</source_date><status>believed_dead</status><text>seen\nfrom afar</text></note>"
                        + "<note><note_record_id>a.example/n2</note_record_id><source_date>2026-01-05T00:00:00Z</source_date>"
                        + "<status>believed_alive</status><text>note: a trap</text></note></person></pfif>";
        RegisterTable table = ((Read) RegisterReader.read(
                        "f", file.getBytes(StandardCharsets.UTF_8), Map.of(), Instant.parse("2026-02-05T12:00:00Z")))
                .table();
        String cell = table.value(0, table.column(Field.NOTES));
        List<PfifNote> notes = PfifNote.parse(String.valueOf(cell));
        assertThat(notes)
                .containsExactly(
                        new PfifNote(
                                "a.example/n1",
                                "A comrade",
                                "2026-01-02T00:00:00Z",
                                "believed_dead",
                                "",
                                "seen from afar",
                                ""),
                        new PfifNote(
                                "a.example/n2", "", "2026-01-05T00:00:00Z", "believed_alive", "", "note: a trap", ""));
        assertThat(table.value(0, table.column(Field.STATUS)))
                .as("the newest note's word")
                .isEqualTo("believed_alive");
    }

    @Test
    void anyCellGivesNotes() {
        Random random = new Random(7);
        String alphabet = "note: \n\nat:  x\u0000";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder cell = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (PfifNote note : PfifNote.parse(cell.toString())) {
                assertThat(PfifNote.parse(PfifNote.cell(List.of(note))).size()).isLessThanOrEqualTo(1);
            }
        }
        assertThat(PfifNote.parse("plain words of a clerk"))
                .containsExactly(new PfifNote("", "", "", "", "", "plain words of a clerk", ""));
    }
}
