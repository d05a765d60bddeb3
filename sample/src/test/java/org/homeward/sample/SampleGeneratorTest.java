package org.homeward.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {
    private static final SampleCase EXAMPLE = SampleGenerator.generate(20260205, SampleSpec.example());

    private static Set<String> words(SampleRegister register, SampleColumn column) {
        return register.rows().stream().map(r -> String.valueOf(r.cell(column))).collect(Collectors.toSet());
    }

    @Test
    void theExampleHasItsExactSizesAndEachBureauWritesInItsOwnLanguage() {
        SampleCase.Flow ukrainians = EXAMPLE.ukrainians();
        SampleCase.Flow russians = EXAMPLE.russians();
        assertThat(ukrainians.held().rows()).hasSize(6_300);
        assertThat(ukrainians.held().language()).isEqualTo(Language.RUSSIAN);
        assertThat(ukrainians.sought().rows()).hasSize(12_000);
        assertThat(ukrainians.sought().language()).isEqualTo(Language.UKRAINIAN);
        assertThat(russians.held().rows()).hasSize(4_500);
        assertThat(russians.held().language()).isEqualTo(Language.UKRAINIAN);
        assertThat(russians.sought().rows()).hasSize(9_000);
        assertThat(russians.sought().language()).isEqualTo(Language.RUSSIAN);
        assertThat(words(ukrainians.held(), SampleColumn.GIVEN_NAME))
                .contains("Николай")
                .doesNotContain("Григорій");
        assertThat(words(ukrainians.sought(), SampleColumn.GIVEN_NAME)).contains("Микола", "Григорій");
    }

    @Test
    void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() {
        SampleSpec spec = SampleSpec.ofSize(300);
        assertThat(SampleGenerator.generate(7, spec)).isEqualTo(SampleGenerator.generate(7, spec));
        assertThat(SampleGenerator.generate(8, spec)).isNotEqualTo(SampleGenerator.generate(7, spec));
    }

    @Test
    void everyTruePairNamesRowsThatExistAndAboutFiveInSixOfThoseHeldAreSought() {
        for (SampleCase.Flow flow : List.of(EXAMPLE.ukrainians(), EXAMPLE.russians())) {
            Set<String> held = flow.held().rows().stream().map(SampleRow::id).collect(Collectors.toSet());
            Set<String> sought =
                    flow.sought().rows().stream().map(SampleRow::id).collect(Collectors.toSet());
            assertThat(held).hasSameSizeAs(flow.held().rows());
            assertThat(sought).hasSameSizeAs(flow.sought().rows());
            assertThat(flow.truth()).allMatch(p -> held.contains(p.heldId()) && sought.contains(p.soughtId()));
            double onList =
                    flow.truth().stream().map(TruePair::heldId).distinct().count() / (double) held.size();
            assertThat(onList).isBetween(0.84, 0.86);
        }
    }

    @Test
    void someoneStandsTwiceInARegisterAndNobodyThreeTimes() {
        Map<Integer, Set<String>> rows = new HashMap<>();
        EXAMPLE.ukrainians()
                .truth()
                .forEach(p ->
                        rows.computeIfAbsent(p.person(), k -> new HashSet<>()).add(p.heldId()));
        assertThat(rows.values()).anyMatch(r -> r.size() == 2).noneMatch(r -> r.size() > 2);
    }

    @Test
    void everyKindOfErrorOccursInTheExampleInBothDirections() {
        for (SampleCase.Flow flow : List.of(EXAMPLE.ukrainians(), EXAMPLE.russians())) {
            Set<ErrorKind> seen = EnumSet.noneOf(ErrorKind.class);
            flow.truth().forEach(p -> seen.addAll(p.errors()));
            assertThat(seen).containsExactlyInAnyOrder(ErrorKind.values());
        }
    }

    @Test
    void anIdTellsNothingOfTheTruth() {
        // Rows are shuffled before they are numbered: of two pairs in held order, either may be first in sought order.
        List<String> sought =
                EXAMPLE.ukrainians().truth().stream().map(TruePair::soughtId).toList();
        long rising = 0;
        for (int i = 1; i < sought.size(); i++) {
            rising += sought.get(i - 1).compareTo(sought.get(i)) < 0 ? 1 : 0;
        }
        assertThat(rising / (double) sought.size()).isBetween(0.47, 0.53);
    }

    @Test
    void aFewPerCentAreSeriouslyWoundedAndCiviliansBearNoRank() {
        List<SampleRow> held = EXAMPLE.ukrainians().held().rows();
        long serious = held.stream()
                .filter(r -> String.valueOf(r.cell(SampleColumn.MEDICAL)).startsWith("тяжело ранен, I."))
                .count();
        assertThat(serious / (double) held.size()).isBetween(0.02, 0.04);
        List<SampleRow> civilians = held.stream()
                .filter(r -> "гражданское лицо".equals(r.cell(SampleColumn.KIND)))
                .toList();
        assertThat(civilians.size() / (double) held.size()).isBetween(0.03, 0.05);
        assertThat(civilians).allMatch(r -> r.cell(SampleColumn.RANK) == null);
    }

    @Test
    void aShareOfEveryRegisterIsInLatinLetters() {
        Stream.of(EXAMPLE.ukrainians(), EXAMPLE.russians())
                .flatMap(f -> Stream.of(f.held(), f.sought()))
                .forEach(register -> {
                    long latin = register.rows().stream()
                            .filter(r ->
                                    String.valueOf(r.cell(SampleColumn.SURNAME)).matches("[\\p{IsLatin}' .]+"))
                            .count();
                    assertThat(latin / (double) register.rows().size()).isBetween(0.13, 0.17);
                });
    }

    @Test
    void listsAreLongAndNamesAreSkewed() {
        assertThat(GivenName.ALL).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Surname.UKRAINIANS.size() + Surname.RUSSIANS.size()).isGreaterThanOrEqualTo(3_000);
        Map<String, Long> counts = EXAMPLE.ukrainians().sought().rows().stream()
                .collect(Collectors.groupingBy(
                        r -> String.valueOf(r.cell(SampleColumn.SURNAME)), Collectors.counting()));
        assertThat(counts.values().stream().mapToLong(Long::longValue).max().orElseThrow())
                .isGreaterThan(60);
        assertThat(counts.size()).isGreaterThan(1_500);
    }

    @Test
    void aRegisterMayHaveTheNameInOneColumn() {
        SampleRegister held = SampleGenerator.generate(1, SampleSpec.ofSize(50).withOneNameColumn())
                .ukrainians()
                .held();
        assertThat(held.table().getFirst()).contains("ФИО").doesNotContain("Фамилия");
        assertThat(held.rows()).allMatch(r -> r.cell(SampleColumn.FULL_NAME) != null);
    }

    @Test
    void aSpecOfNoRowsOrOfAShareAboveOneIsRefused() {
        assertThatThrownBy(() -> SampleSpec.ofSize(0)).hasMessageContaining("rows");
        assertThatThrownBy(() -> new SampleSpec(1, 1, 1, 1, 1.5, 0, 0, false)).hasMessageContaining("share");
        SampleCase tiny = SampleGenerator.generate(3, SampleSpec.ofSize(1));
        assertThat(tiny.russians().held().rows()).hasSize(1);
    }
}
