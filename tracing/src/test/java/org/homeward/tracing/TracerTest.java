package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;

/** What is linked and what is not, by small examples. */
final class TracerTest {
    private static TraceResult trace(RegisterTable held, RegisterTable sought) {
        return Tracer.trace(held, sought, TraceOptions.standard());
    }

    private static List<String> pairs(List<Link> links) {
        return links.stream().map(l -> l.heldRow() + "-" + l.soughtRow()).toList();
    }

    @Test
    void linksFivePeopleWithFiveAcrossTwoLanguages() {
        RegisterTable held = Rows.persons(
                "Григорьев|Николай|Андреевич|01.02.1990|Харьков",
                "Щербань|Григорий|Юрьевич|12.11.1985|Сумы",
                "Мельник|Олег|-|1979|Киев",
                "Гриценко|Иван|Петрович|03.04.2001|Львов",
                "Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable sought = Rows.persons(
                "Щербань|Григорій|Юрійович|1985-11-12|Суми",
                "Григор'єв|Микола|Андрійович|1990-02-01|Харків",
                "Гриценко|Іван|Петрович|2001-03-04|Львів",
                "Ковальчук|Тарас|Богданович|1990-07-07|Луцьк",
                "Заславський|Юрій|Маркович|1995-06-30|Одеса");
        assertThat(pairs(trace(held, sought).links())).containsExactly("0-1", "1-0", "3-2", "4-4");
    }

    @Test
    void doesNotLinkBrothersOrTwins() {
        RegisterTable held = Rows.persons("Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable brother = Rows.persons("Заславський|Павло|Маркович|1991-01-12|Одеса");
        RegisterTable twin = Rows.persons("Заславський|Павло|Маркович|1995-06-30|Одеса");
        assertThat(trace(held, brother).links()).isEmpty();
        assertThat(trace(held, twin).links()).isEmpty();
    }

    @Test
    void doesNotCallAWeakCandidateALinkBecauseItIsTheOnlyOne() {
        RegisterTable held = Rows.persons("Коваленко|Александр|-|-|-");
        RegisterTable sought = Rows.persons("Коваленко|Олександр|Іванович|1990-02-01|Київ");
        assertThat(trace(held, sought).links()).isEmpty();
    }

    @Test
    void linksNamesThatStandInEachOthersColumns() {
        RegisterTable held = Rows.persons("Тарас|Недогорук|Ильич|01.02.1990|Сумы");
        RegisterTable sought = Rows.persons("Недогорук|Тарас|Ілліч|1990-02-01|Суми");
        TraceResult result = trace(held, sought);
        assertThat(pairs(result.links())).containsExactly("0-0");
        assertThat(result.links().getFirst().evidence().getFirst().words()).contains("column");
    }

    @Test
    void readsAWholeNameInOneCellInAnyOrder() {
        RegisterTable held = Rows.table(
                List.of(Field.FULL_NAME, Field.BIRTH_DATE),
                "НЕДОГОРУК Тарас Ильич|01.02.1990",
                "Олег Степанович Заславский|05.05.1988");
        RegisterTable sought =
                Rows.persons("Заславський|Олег|Степанович|1988-05-05|Львів", "Недогорук|Тарас|Ілліч|1990-02-01|Суми");
        assertThat(pairs(trace(held, sought).links())).containsExactly("0-1", "1-0");
    }

    @Test
    void keepsARuledOutPairRuledOut() {
        RegisterTable held = Rows.persons("Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable sought = Rows.persons("Заславський|Юрій|Маркович|1995-06-30|Одеса");
        assertThat(trace(held, sought).links()).hasSize(1);
        TraceOptions options = TraceOptions.standard().withRuledOut(Set.of(new RuledOut("r0", "r0")));
        TraceResult result = Tracer.trace(held, sought, options);
        assertThat(result.links()).isEmpty();
        assertThat(result.possible()).isEmpty();
    }

    @Test
    void linksAPersonWhomARegisterRepeatsByBothRows() {
        RegisterTable held = Rows.persons(
                "Заславский|Юрий|Маркович|30.06.1995|Одесса",
                "Гриценко|Иван|Петрович|03.04.2001|Львов",
                "Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable sought = Rows.persons("Заславський|Юрій|Маркович|1995-06-30|Одеса");
        TraceResult result = trace(held, sought);
        assertThat(result.links()).hasSize(1);
        assertThat(result.repeats()).hasSize(1);
        assertThat(pairs(List.of(result.links().getFirst(), result.repeats().getFirst())))
                .containsExactlyInAnyOrder("0-0", "2-0");
    }

    @Test
    void saysWhyTheRunnerUpIsNotTheOne() {
        RegisterTable held = Rows.persons("Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable sought = Rows.persons(
                "Заславський|Юрій|Маркович|1995-06-30|Одеса", "Заславський|Юрій|Маркович|1981-03-11|Одеса");
        Link link = trace(held, sought).links().getFirst();
        assertThat(link.soughtRow()).isZero();
        assertThat(link.runnerUp()).isNotNull();
        assertThat(link.runnerUp().whyNot()).contains("BIRTH_DATE is different");
        assertThat(link.margin()).isPositive();
    }

    @Test
    void givesAWaterfallWhoseBitsSumToTheLinksOwn() {
        RegisterTable held = Rows.persons("Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable sought = Rows.persons("Заславський|Юрій|Маркович|1995-06-30|Одеса");
        Link link = trace(held, sought).links().getFirst();
        assertThat(link.probability()).isCloseTo(Model.probability(link.bits()), within(1e-9));
        assertThat(link.matchKey()).isEqualTo("~SURNAME~GIVEN_NAME+PATRONYMIC+BIRTH_DATE+BIRTH_PLACE");
    }

    @Test
    void givesTheSameModelForTheSameRegisters() {
        RegisterTable held = Rows.persons("Заславский|Юрий|Маркович|30.06.1995|Одесса");
        RegisterTable sought = Rows.persons("Заславський|Юрій|Маркович|1995-06-30|Одеса");
        assertThat(trace(held, sought)).isEqualTo(trace(held, sought));
    }

    @Test
    void givesNothingWhereNothingCanBeCompared() {
        RegisterTable held = Rows.table(List.of(Field.RANK), "солдат");
        RegisterTable sought = Rows.table(List.of(Field.UNIT), "А1234");
        assertThat(trace(held, sought).links()).isEmpty();
        assertThat(trace(Rows.persons(), sought).links()).isEmpty();
    }
}
