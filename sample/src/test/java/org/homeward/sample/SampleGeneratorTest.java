package org.homeward.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.sample.SampleGenerator.Register;
import org.homeward.sample.SampleGenerator.Sample;
import org.homeward.sample.SampleGenerator.TruePair;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {
    private static final Sample EXAMPLE = SampleGenerator.generate(20260205, SampleSpec.example());

    private static Set<String> words(Register register, String header) {
        int column = register.header().indexOf(header);
        return register.rows().stream().map(r -> r.get(column)).collect(Collectors.toSet());
    }

    private static Set<String> ids(Register register) {
        return register.rows().stream().map(List::getFirst).collect(Collectors.toSet());
    }

    @Test
    void theExampleHasItsExactSizesAndEachBureauWritesInItsOwnLanguage() {
        assertThat(EXAMPLE.register("ru", "held").rows()).hasSize(6_300);
        assertThat(EXAMPLE.register("ua", "sought").rows()).hasSize(12_000);
        assertThat(EXAMPLE.register("ua", "held").rows()).hasSize(4_500);
        assertThat(EXAMPLE.register("ru", "sought").rows()).hasSize(9_000);
        assertThat(words(EXAMPLE.register("ru", "held"), "Имя")).contains("Николай");
        assertThat(words(EXAMPLE.register("ua", "sought"), "Ім'я")).contains("Микола");
    }

    @Test
    void theSameSeedGivesTheSameRowsInEveryLocaleAndAnotherSeedGivesOthers() {
        SampleSpec spec = SampleSpec.ofSize(300);
        Sample here = SampleGenerator.generate(7, spec);
        Locale kept = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SampleGenerator.generate(7, spec)).isEqualTo(here);
        } finally {
            Locale.setDefault(kept);
        }
        assertThat(SampleGenerator.generate(8, spec)).isNotEqualTo(here);
    }

    @Test
    void everyTruePairNamesRowsThatExistAndAboutSeventeenInTwentyOfThoseHeldAreSought() {
        check(EXAMPLE.register("ru", "held"), EXAMPLE.register("ua", "sought"), EXAMPLE.ofUa());
        check(EXAMPLE.register("ua", "held"), EXAMPLE.register("ru", "sought"), EXAMPLE.ofRu());
    }

    private static void check(Register held, Register sought, List<TruePair> truth) {
        assertThat(ids(held)).hasSameSizeAs(held.rows());
        assertThat(ids(sought)).hasSameSizeAs(sought.rows());
        assertThat(ids(held)).containsAll(truth.stream().map(TruePair::heldId).toList());
        assertThat(ids(sought))
                .containsAll(truth.stream().map(TruePair::soughtId).toList());
        double onList = truth.stream().map(TruePair::heldId).distinct().count()
                / (double) held.rows().size();
        assertThat(onList).isBetween(0.84, 0.86);
    }

    @Test
    void somebodyStandsTwiceInARegister() {
        Set<String> seen = new HashSet<>();
        assertThat(EXAMPLE.ofUa()).anyMatch(p -> !seen.add(p.soughtId()));
    }

    @Test
    void everyRowHasACellForEveryColumn() {
        for (Register register : EXAMPLE.registers()) {
            assertThat(register.rows())
                    .allMatch(r -> r.size() == register.header().size());
        }
    }

    @Test
    void aRegisterThatHoldsMoreThanAreSoughtIsRefused() {
        assertThatThrownBy(() -> new SampleSpec(2, 1, 1, 1)).hasMessageContaining("held");
        assertThat(SampleGenerator.generate(3, SampleSpec.ofSize(2)).registers())
                .hasSize(4);
    }
}
