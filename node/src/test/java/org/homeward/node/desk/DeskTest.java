package org.homeward.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.LinksConfirmed;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTest {
    private static SoughtLine line(String id, String name, String birth) {
        return new SoughtLine(id, name, null, null, null, birth, null, null, null, null, null);
    }

    private static Reply held(String line, String name, String birth) {
        return new Reply(
                line, ReplyCode.HELD, new HeldPerson("t-" + line, name, birth, null, Kind.SOLDIER, null, "2022-05-01"));
    }

    @Test
    void theSeekerConfirmsAManUnderAnotherSpellingAndNotAnotherMan() {
        LinksConfirmed draft = LinkReview.draft(
                List.of(
                        line("l1", "Коваленко Микола Григорович", "1990-02-03"),
                        line("l2", "Шевчук Олена Іванівна", "1991-05-06"),
                        line("l3", "Бондаренко Петро", "1970"),
                        line("l4", "Ткачук Іван", null)),
                List.of(
                        held("l1", "Коваленко Николай Григорьевич", "03.02.1990"),
                        held("l2", "Мельничук Виктор Петрович", "06.05.1991"),
                        held("l3", "Бондаренко Пётр", "12.04.1988"),
                        new Reply("l4", ReplyCode.NOT_HELD, null)),
                PairDecisions.NONE);
        assertThat(draft.confirmed()).containsExactly("l1");
        assertThat(draft.rejected())
                .extracting(r -> r.line() + " " + r.reason())
                .containsExactly("l2 NAME_DIFFERS", "l3 BIRTH_DATE_DIFFERS");
    }

    @Test
    void aListThatNamesAManTwiceInTheSameWordsIsNotToldThatHeIsNotHeld() {
        List<String[]> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<SoughtLine> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String surname = "бвгдклмнпр".charAt(i % 10) + "а" + "стрлмн".charAt(i / 10) + "ченко";
            String birth = String.format(Locale.ROOT, "19%02d-%02d-%02d", 60 + i % 40, 1 + i % 12, 1 + i % 28);
            rows.add(new String[] {surname, "Николай", "Петрович", birth});
            ids.add("h" + i);
            lines.add(new SoughtLine(
                    "l" + i, surname + " Микола", surname, "Микола", "Петрович", birth, null, null, null, null, null));
        }
        SoughtLine first = lines.getFirst();
        lines.add(new SoughtLine(
                "again",
                first.name(),
                first.surname(),
                first.givenName(),
                first.patronymic(),
                first.birthDate(),
                null,
                null,
                null,
                null,
                null));
        RegisterTable register = new RegisterTable(
                List.of(
                        new Column("Фамилия", Field.SURNAME),
                        new Column("Имя", Field.GIVEN_NAME),
                        new Column("Отчество", Field.PATRONYMIC),
                        new Column("Дата рождения", Field.BIRTH_DATE)),
                ids,
                rows);
        LineAnswers answers = LineAnswers.trace(
                register,
                lines,
                Set.of(),
                Set.of(),
                Map.of(),
                Ladder.STANDARD,
                LocalDate.of(2026, 2, 5),
                new SecureRandom(),
                PairDecisions.NONE);
        assertThat(answers.replies().stream().filter(r -> r.held() != null)).hasSizeGreaterThan(58);
        assertThat(answers.replies()).noneMatch(r -> r.code() == ReplyCode.NOT_HELD);

        // The same list again, in a case of a node where two of them are on a live list of another case.
        LineAnswers again = LineAnswers.trace(
                register,
                lines,
                Set.of("h3", "h7"),
                Set.of(),
                Map.of(),
                Ladder.STANDARD,
                LocalDate.of(2026, 2, 5),
                new SecureRandom(),
                PairDecisions.NONE);
        assertThat(again.replies().get(3)).isEqualTo(new Reply("l3", ReplyCode.NOT_AVAILABLE, null));
        assertThat(again.replies().get(7)).isEqualTo(new Reply("l7", ReplyCode.NOT_AVAILABLE, null));
        assertThat(again.matches())
                .filteredOn(m -> List.of("h3", "h7").contains(m.row()))
                .allMatch(m -> m.token() == null);
    }

    @Test
    void whatTwoPeopleDecidedOfAPairIsWhatIsAnswered() {
        List<String[]> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<SoughtLine> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String surname = "бвгдклмнпр".charAt(i % 10) + "а" + "стрлмн".charAt(i / 10) + "ченко";
            String birth = String.format(Locale.ROOT, "19%02d-%02d-%02d", 60 + i % 40, 1 + i % 12, 1 + i % 28);
            rows.add(new String[] {surname, "Николай", "Петрович", birth});
            ids.add("h" + i);
            lines.add(new SoughtLine(
                    "l" + i, surname + " Микола", surname, "Микола", "Петрович", birth, null, null, null, null, null));
        }
        RegisterTable register = new RegisterTable(
                List.of(
                        new Column("Фамилия", Field.SURNAME),
                        new Column("Имя", Field.GIVEN_NAME),
                        new Column("Отчество", Field.PATRONYMIC),
                        new Column("Дата рождения", Field.BIRTH_DATE)),
                ids,
                rows);
        List<ProposedPair> proposed = LineAnswers.propose(register, lines);
        assertThat(proposed)
                .hasSizeGreaterThan(57)
                .allMatch(pair -> pair.row().equals(pair.line().replace('l', 'h')));
        PairDecisions decided = new PairDecisions(Map.of(
                "l7", new PairDecisions.Decision("h7", PairDecisions.Verdict.REJECT, "OTHER_PERSON"),
                "l8", new PairDecisions.Decision("h8", PairDecisions.Verdict.NEED_MORE, ""),
                "l9", new PairDecisions.Decision("h9", PairDecisions.Verdict.CONFIRM, ""),
                "l10", new PairDecisions.Decision("h55", PairDecisions.Verdict.REJECT, "NAME_DIFFERS")));
        LineAnswers answers = LineAnswers.trace(
                register,
                lines,
                Set.of("h9"),
                Set.of(),
                Map.of(),
                Ladder.STANDARD,
                LocalDate.of(2026, 2, 5),
                new SecureRandom(),
                decided);
        assertThat(answers.replies().get(7).code()).isEqualTo(ReplyCode.NOT_HELD);
        assertThat(answers.replies().get(8).code()).isEqualTo(ReplyCode.NEED_MORE_DATA);
        assertThat(answers.replies().get(8).held()).isNull();
        assertThat(answers.replies().get(9).code())
                .as("who is kept back is not available, whatever was decided of him")
                .isEqualTo(ReplyCode.NOT_AVAILABLE);
        assertThat(answers.replies().get(10).code())
                .as("what was said of another row says nothing of this")
                .isEqualTo(ReplyCode.HELD);
    }

    @Test
    void theSeekersOwnPeopleGoBeforeTheComparisonOfNames() {
        List<SoughtLine> list = List.of(
                line("l1", "Коваленко Микола Григорович", "1990-02-03"),
                line("l2", "Шевчук Олена Іванівна", "1991-05-06"),
                line("l3", "Ткачук Іван", null));
        List<Reply> replies = List.of(
                held("l1", "Коваленко Николай Григорьевич", "03.02.1990"),
                held("l2", "Мельничук Виктор Петрович", "06.05.1991"),
                held("l3", "Ткачук Иван", null));
        assertThat(LinkReview.propose(list, replies))
                .extracting(pair -> pair.line() + " " + pair.clear())
                .containsExactly("l1 true", "l2 false", "l3 true");
        LinksConfirmed draft = LinkReview.draft(
                list,
                replies,
                new PairDecisions(Map.of(
                        "l1", new PairDecisions.Decision("l1", PairDecisions.Verdict.REJECT, "OTHER_EVIDENCE"),
                        "l2", new PairDecisions.Decision("l2", PairDecisions.Verdict.CONFIRM, ""),
                        "l3", new PairDecisions.Decision("l3", PairDecisions.Verdict.NEED_MORE, ""))));
        assertThat(draft.confirmed()).containsExactly("l2");
        assertThat(draft.rejected())
                .extracting(r -> r.line() + " " + r.reason())
                .containsExactly("l1 OTHER_EVIDENCE", "l3 NEED_MORE_DATA");
    }

    @ParameterizedTest
    @CsvSource({
        "тяжко поранений, SERIOUS",
        "тяжело ранен в голову под Н., SERIOUS",
        "seriously wounded, SERIOUS",
        "I-A-3, I-A-3",
        "'II.4, hospital no. 7', II-4"
    })
    void aSeriouslyWoundedManIsReadAsACodeAndNotAsHisFile(String text, String code) {
        assertThat(PersonFacts.serious(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"легко поранений", "не тяжкий", "not serious", "ill", "I am well", "здоров"})
    void nobodyElseIs(String text) {
        assertThat(PersonFacts.serious(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1990-02-03, 1990-02-03", "03.02.1990, 1990-02-03", "02.1990, 1990-02-01", "1990, 1990-01-01"})
    void aDateThatIsKnownInPartBeginsWithItsFirstDay(String text, LocalDate day) {
        assertThat(PersonFacts.firstDay(text)).isEqualTo(day);
        assertThat(PersonFacts.firstDay("unknown")).isNull();
    }

    @Test
    void termsForOtherPartiesAreRefusedWithASentence() {
        Participants participants = new Participants(participant("med"), List.of(participant("aa"), participant("bb")));
        String terms = """
                {"id": "x", "date": "2026-02-05", "countingRule": "one", "sides": ["aa", "cc"],
                 "categories": [], "levels": [], "clauses": []}""";
        assertThatThrownBy(() -> CaseTerms.read(terms, participants))
                .hasMessage("The terms name the side 'cc'; the parties of this case are aa and bb.");
        assertThatThrownBy(() -> CaseTerms.read("{", participants)).hasMessageContaining("line 1");
    }

    private static Participant participant(String id) {
        return new Participant(id, id, "", "", "", "", List.of());
    }
}
