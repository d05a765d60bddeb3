package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;

final class BlockingTest {
    private static final String[] SURNAMES = {"Коваль", "Ковальчук", "Мороз", "Kovalchuk", "Бондар", "-"};
    private static final String[] GIVEN = {"Іван", "Иван", "Олег", "Тарас", "І.", "-"};
    private static final String[] PATRONYMICS = {"Іванович", "Олегович", "-"};
    private static final String[] DATES = {"1990-02-01", "1990-01-02", "1991-02-01", "1990", "-"};

    private static RegisterTable random(Random random, int rows) {
        String[] lines = new String[rows];
        for (int i = 0; i < rows; i++) {
            lines[i] = String.join(
                    "|",
                    any(random, SURNAMES),
                    any(random, GIVEN),
                    any(random, PATRONYMICS),
                    any(random, DATES),
                    "Київ");
        }
        return Rows.persons(lines);
    }

    private static String any(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void givesEveryPairThatSharesAKeyAndEachOnce() {
        Random random = new Random(5);
        for (int round = 0; round < 30; round++) {
            RegisterTable held = random(random, 40);
            RegisterTable sought = random(random, 40);
            Features features = Features.common(held, sought);
            int[] heldCells = features.encode(held);
            int[] soughtCells = features.encode(sought);
            Keys keys = new Keys(features);
            int[] heldKeys = keys.keys(heldCells);
            int[] soughtKeys = keys.keys(soughtCells);
            Set<Long> wanted = new HashSet<>();
            for (int h = 0; h < 40; h++) {
                for (int s = 0; s < 40; s++) {
                    for (int k = 0; k < keys.count; k++) {
                        if (heldKeys[h * keys.count + k] != 0
                                && heldKeys[h * keys.count + k] == soughtKeys[s * keys.count + k]) {
                            wanted.add((long) h << 32 | s);
                        }
                    }
                }
            }
            Set<Long> given = new HashSet<>();
            new Blocking(keys, heldCells, soughtCells, 1_000_000)
                    .join((h, s) -> assertThat(given.add((long) h << 32 | s)).isTrue());
            assertThat(given).isEqualTo(wanted);
        }
    }

    @Test
    void dividesABlockOverTheCapAndStillGivesEachPairOnce() {
        Random random = new Random(6);
        RegisterTable held = random(random, 300);
        RegisterTable sought = random(random, 300);
        Features features = Features.common(held, sought);
        Keys keys = new Keys(features);
        Set<Long> given = new HashSet<>();
        Blocking blocking = new Blocking(keys, features.encode(held), features.encode(sought), 200);
        blocking.join((h, s) -> assertThat(given.add((long) h << 32 | s)).isTrue());
        assertThat(blocking.refined()).isPositive();
        assertThat(given).isNotEmpty();
    }

    @Test
    void readsAnyNameWithoutFailing() {
        Random random = new Random(7);
        String letters = "аіїєґ'’-. ,ZzшЩß\u0301\uD83D0";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "Коваль Іван Іванович" : "");
            for (int n = random.nextInt(10); n > 0; n--) {
                text.insert(random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
            }
            NameSplit split = NameSplit.of(text.toString());
            NameLexicon names = new NameLexicon();
            int whole = names.intern(text.toString());
            int part = split.given() == null ? -1 : names.intern(split.given());
            assertThat(names.level(whole, part)).isBetween(0, Step.COUNT - 1);
        }
    }
}
